export default {
  async fetch() {
    const timeout = setTimeout(() => {}, 1);
    const results = [
      timeout.unref() === timeout,
      timeout.hasRef(),
      timeout.ref() === timeout,
      timeout.hasRef(),
      timeout.refresh() === timeout,
      timeout.close() === timeout,
    ];
    return Response.json(results);
  },
};
