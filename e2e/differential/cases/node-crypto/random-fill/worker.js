import { randomFill, randomFillSync } from 'node:crypto';

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
          () => randomFillSync(Buffer.alloc(4)).length,
          () => randomFillSync(new Uint8Array(4), 2).length,
          () => randomFillSync(new Uint8Array(4), 1, 2).length,
          () => randomFillSync(new ArrayBuffer(4)).constructor.name,
          () => [randomFillSync(new Uint32Array(4), 1, 2).length, randomFillSync(new Uint32Array(4), 1).length],
          () => randomFillSync('x'),
          () => randomFillSync(),
          () => randomFillSync(new Uint8Array(4), 5).length,
          () => randomFillSync(new Uint8Array(4), -1),
          () => randomFillSync(new Uint8Array(4), 1, 4),
          () => randomFillSync(new Uint8Array(4), 'x'),
          () => randomFill(new Uint8Array(4)),
        ].map(seen),
        await new Promise((resolve) => randomFill(new Uint8Array(4), (error, bytes) => resolve([error, bytes.length]))),
        await new Promise((resolve) => randomFill(new Uint8Array(4), 2, 1, (error, bytes) => resolve([error, bytes[0], bytes[3]]))),
      ]);
  },
};
