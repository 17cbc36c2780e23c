export default {
  async fetch() {
    const request = new Request('https://cached.example/', { method: 'POST' });
    return Response.json([String(await caches.default.match(request)), await caches.default.delete(request)]);
  },
};
