export default {
  async fetch() {
    const got = await new Promise((resolve) => setTimeout((...values) => resolve(values), 1, 'a', 2));
    const immediate = await new Promise((resolve) => setImmediate((...values) => resolve(values), 'b'));
    return Response.json([got, immediate]);
  },
};
