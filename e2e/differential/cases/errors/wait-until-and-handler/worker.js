export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(Promise.reject(new Error('of the task')));
    throw new Error('of the handler');
  },
};
