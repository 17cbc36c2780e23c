export default {
  async fetch() {
    const named = await caches.open('mine');
    return Response.json([
      String(caches),
      String(caches.default),
      String(named),
      named instanceof Cache,
      caches instanceof CacheStorage,
      caches.default === caches.default,
      Object.getOwnPropertyNames(Cache.prototype).sort(),
      Object.getOwnPropertyNames(CacheStorage.prototype).sort(),
    ]);
  },
};
