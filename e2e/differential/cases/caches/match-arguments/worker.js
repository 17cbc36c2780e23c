export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      await seen(() => caches.default.match()),
      await seen(() => caches.default.match('no url')),
      await seen(() => caches.default.delete()),
      await seen(() => caches.open()),
      await seen(() => caches.open('x'.repeat(2000))),
    ]);
  },
};
