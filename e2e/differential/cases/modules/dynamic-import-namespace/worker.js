
export default {
  async fetch() {
    const all = await import('./a.js');
    return Response.json([Object.keys(all), 'missing' in all, all.default]);
  },
};
