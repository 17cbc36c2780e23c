export default {
  async fetch() {
    const seen = (work) => {
      try {
        return typeof work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      seen(() => setTimeout('code', 1)),
      seen(() => setTimeout()),
      seen(() => setInterval(null, 1)),
      seen(() => setImmediate('code')),
    ]);
  },
};
