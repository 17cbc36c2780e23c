import { createHmac } from 'node:crypto';

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
        ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'SHA256'].map((name) =>
          seen(() => createHmac(name, 'key').update('text').digest('hex')),
        ),
        ...['', 'k'.repeat(200), Buffer.from('key'), new Uint8Array([1, 2]), new ArrayBuffer(4), 'ké'].map((key) =>
          seen(() => createHmac('sha256', key).update('te').update('xt').digest('base64url')),
        ),
        seen(() => createHmac('sha256', 'key').digest('hex')),
        seen(() => createHmac('sha256', 'key').update('74657874', 'hex').digest().length),
      ]);
  },
};
