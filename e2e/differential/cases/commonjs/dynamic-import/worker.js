
export default {
  async fetch() {
    const all = await import('./main.cjs');
    return Response.json([all.default.value, all.value, Object.keys(all)]);
  },
};
