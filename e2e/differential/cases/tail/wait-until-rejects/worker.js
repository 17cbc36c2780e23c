export default {
  fetch(request, env, ctx) {
    ctx.waitUntil(Promise.reject(new RangeError('later')));
    ctx.waitUntil(scheduler.wait(5).then(() => console.log('last')));
    return new Response('answer');
  },
};
