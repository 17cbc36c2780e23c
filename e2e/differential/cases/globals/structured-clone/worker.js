export default {
  async fetch() {
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const buffer = new ArrayBuffer(4);
    return Response.json([
      seen(() => [...structuredClone(new Map([[1, { a: new Date(0) }]]))]),
      seen(() => structuredClone(new RangeError('why')) instanceof RangeError),
      seen(() => structuredClone(buffer, { transfer: [buffer] }).byteLength + buffer.byteLength),
      seen(() => structuredClone(Symbol('s'))),
      seen(() => structuredClone()),
      seen(() => structuredClone(new (class A { #b = 1; c = 2; })())),
    ]);
  },
};
