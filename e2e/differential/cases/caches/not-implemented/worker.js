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
      await seen(() => caches.default.add('https://cached.example/')),
      await seen(() => caches.default.addAll([])),
      await seen(() => caches.default.keys()),
      await seen(() => caches.default.matchAll()),
      await seen(() => caches.has('x')),
      await seen(() => caches.keys()),
      await seen(() => caches.delete('x')),
      await seen(() => caches.match('https://cached.example/')),
    ]);
  },
};
