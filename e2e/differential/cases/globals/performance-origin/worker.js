export default {
  async fetch() {
    return Response.json([performance.timeOrigin, performance.now() > 1e12]);
  },
};
