export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(Promise.reject(new TypeError('in the background')));
    return new Response('fine');
  },
};
