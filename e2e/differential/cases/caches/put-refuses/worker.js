export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const url = 'https://cached.example/';
    const response = (headers = {}, status = 200) => new Response('body', { status, headers });
    const used = response();
    await used.text();
    return Response.json([
      await seen(() => caches.default.put(new Request(url, { method: 'POST' }), response())),
      await seen(() => caches.default.put(url, response({}, 206))),
      await seen(() => caches.default.put(url, response({ vary: 'accept, *' }))),
      await seen(() => caches.default.put(url, used)),
      await seen(() => caches.default.put('no url', response())),
      await seen(() => caches.default.put()),
      await seen(() => caches.default.put(url)),
      await seen(() => caches.default.put(url, {})),
    ]);
  },
};
