import module from './add.wasm';
const { exports } = new WebAssembly.Instance(module);
export default {
  async fetch() {
    const later = await WebAssembly.instantiate(module);
    return Response.json([module instanceof WebAssembly.Module, exports.add(1, 2), later.exports.add(3, 4), WebAssembly.Module.exports(module)]);
  },
};
