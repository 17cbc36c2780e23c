export default {
  async fetch() {
    const url = 'https://cached.example/';
    await caches.default.put(url, new Response('kept', { headers: { 'cache-control': 'max-age=60' } }));
    const found = await caches.default.match(url);
    return new Response(await found.text(), { headers: { 'cf-cache-status': found.headers.get('cf-cache-status') } });
  },
};
