
export default {
  async fetch() {
    const { default: module } = await import('./add.wasm');
    return Response.json(new WebAssembly.Instance(module).exports.add(2, 3));
  },
};
