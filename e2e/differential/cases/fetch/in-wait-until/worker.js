export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(fetch('https://api.example/').then(async (response) => console.log((await response.json()).url)));
    return new Response('early');
  },
};
