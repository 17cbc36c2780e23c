export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(Promise.reject('only text'));
    return new Response('fine');
  },
};
