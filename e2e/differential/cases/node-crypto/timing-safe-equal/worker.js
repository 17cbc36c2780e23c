import { timingSafeEqual } from 'node:crypto';

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
        () => timingSafeEqual(Buffer.from('a'), Buffer.from('a')),
        () => timingSafeEqual(Buffer.from('a'), Buffer.from('b')),
        () => timingSafeEqual(Buffer.from('ab'), Buffer.from('a')),
        () => timingSafeEqual(new Uint8Array([1]), new DataView(new Uint8Array([1]).buffer)),
        () => timingSafeEqual(new ArrayBuffer(2), new ArrayBuffer(2)),
        () => timingSafeEqual(new Uint16Array([1]), new Uint8Array([1, 0])),
        () => timingSafeEqual('a', 'a'),
        () => timingSafeEqual(Buffer.from('a'), 'a'),
        () => timingSafeEqual(),
      ].map(seen),);
  },
};
