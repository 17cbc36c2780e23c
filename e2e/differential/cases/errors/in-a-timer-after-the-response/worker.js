export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(scheduler.wait(30));
    setTimeout(() => {
      throw new Error('in a late timer');
    }, 5);
    return new Response('fine');
  },
};
