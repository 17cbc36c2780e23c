import { createHash } from 'node:crypto';

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
        new Uint8Array([1, 2, 3]),
        new Uint8Array([0, 1, 2, 3]).subarray(1),
        new Uint16Array([1, 2]),
        new DataView(new ArrayBuffer(3)),
        new ArrayBuffer(3),
        Buffer.from('text'),
        '',
        5,
        null,
        undefined,
        {},
        [1],
      ].map((data) => seen(() => createHash('sha256').update(data).digest('hex'))),);
  },
};
