
export default {
  async fetch() {
    const [a, b] = await Promise.all([import('./slow.js'), import('./slow.js')]);
    return Response.json([a.value, a === b]);
  },
};
