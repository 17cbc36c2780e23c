export default {
  async fetch() {
    const shared = new SharedArrayBuffer(8);
    const view = new Int32Array(shared);
    Atomics.store(view, 0, 7);
    return Response.json([shared.byteLength, view[0], String(shared), shared instanceof SharedArrayBuffer]);
  },
};
