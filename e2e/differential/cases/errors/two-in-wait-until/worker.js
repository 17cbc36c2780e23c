export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(Promise.reject(new Error('one')));
    ctx.waitUntil(Promise.reject(new Error('two')));
    return new Response('fine');
  },
};
