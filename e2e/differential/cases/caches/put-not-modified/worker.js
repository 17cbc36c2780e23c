export default {
  async fetch() {
    return Response.json(String(await caches.default.put('https://cached.example/', new Response(null, { status: 304 }))));
  },
};
