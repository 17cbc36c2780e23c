import data from './add.bin';
export default {
  async fetch() {
    const seen = [];
    for (const compile of [() => new WebAssembly.Module(data), () => WebAssembly.compile(data), () => WebAssembly.instantiate(data)]) {
      try {
        await compile();
        seen.push('compiled');
      } catch (error) {
        seen.push(`${error.name}: ${error.message}`);
      }
    }
    return Response.json(seen);
  },
};
