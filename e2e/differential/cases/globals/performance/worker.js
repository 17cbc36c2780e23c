export default {
  async fetch() {
    const before = performance.now();
    return Response.json({
      origin: typeof performance.timeOrigin,
      now: typeof before,
      grows: performance.now() >= before,
      json: Object.keys(performance.toJSON()).sort(),
      entries: performance.getEntries(),
    });
  },
};
