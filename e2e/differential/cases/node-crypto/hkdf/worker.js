import { hkdf, hkdfSync } from 'node:crypto';

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
          () => Buffer.from(hkdfSync('sha512', 'key', 'salt', 'info', 64)).toString('hex'),
          () => hkdfSync('sha256', 'key', 'salt', 'info', 10).constructor.name,
          () => Buffer.from(hkdfSync('SHA1', Buffer.from('key'), new Uint8Array(2), Buffer.alloc(3), 9)).toString('hex'),
          () => hkdfSync('sha256', '', '', '', 0).byteLength,
          () => Buffer.from(hkdfSync('sha256', '', '', '', 8)).toString('hex'),
          () => hkdfSync('nothing', 'key', 'salt', 'info', 10),
          () => hkdfSync('sha256', 'key', 'salt', 'info', 255 * 32 + 1),
          () => hkdfSync('sha256', 'key', 'salt', Buffer.alloc(1025), 10),
          () => hkdfSync('sha256', 'key', 'salt', 'info', -1),
          () => hkdfSync('sha256', 5, 'salt', 'info', 10),
          () => hkdfSync('sha256', 'key', null, 'info', 10),
          () => hkdfSync(5, 'key', 'salt', 'info', 10),
          () => hkdf('sha256', 'key', 'salt', 'info', 10),
        ].map(seen),
        await new Promise((resolve) => hkdf('sha1', 'key', 'salt', 'info', 10, (error, key) => resolve([error, Buffer.from(key).toString('hex')]))),
      ]);
  },
};
