import module from './add.wasm?module';

export default {
  fetch: async () => Response.json([module instanceof WebAssembly.Module, new WebAssembly.Instance(module).exports.add(2, 3)]),
};
