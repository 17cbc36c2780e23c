import { pbkdf2, pbkdf2Sync } from 'node:crypto';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};

export default {
  async fetch() {
    return Response.json([
        ...[
          () => pbkdf2Sync('password', 'salt', 1, 20, 'sha1').toString('hex'),
          () => pbkdf2Sync('password', 'salt', 100, 64, 'sha512').toString('base64'),
          () => pbkdf2Sync(Buffer.from('password'), new Uint8Array([1]), 2, 7, 'SHA256').toString('hex'),
          () => pbkdf2Sync('', '', 1, 0, 'sha256').length,
          () => pbkdf2Sync('p', 's', 1, 10, 'md5').toString('hex'),
          () => Buffer.isBuffer(pbkdf2Sync('p', 's', 1, 10, 'sha1')),
          () => pbkdf2Sync('p', 's', 1, 10, 'nothing'),
          () => pbkdf2Sync('p', 's', 1, 10),
          () => pbkdf2Sync('p', 's', 0, 10, 'sha1'),
          () => pbkdf2Sync('p', 's', -1, 10, 'sha1'),
          () => pbkdf2Sync('p', 's', 1.5, 10, 'sha1'),
          () => pbkdf2Sync('p', 's', 1, -1, 'sha1'),
          () => pbkdf2Sync(5, 's', 1, 10, 'sha1'),
          () => pbkdf2Sync('p', null, 1, 10, 'sha1'),
          () => pbkdf2('p', 's', 1, 10, 'sha1'),
          () => pbkdf2('p', 's', 1, 10, 'nothing', () => {}),
        ].map(seen),
        await new Promise((resolve) => pbkdf2('p', 's', 1, 10, 'sha1', (error, key) => resolve([error, key.toString('hex')]))),
      ]);
  },
};
