export default {
  fetch(request, env, ctx) {
    ctx.waitUntil(scheduler.wait(20).then(() => console.log('waited')));
    setTimeout(() => console.log('timed'), 5);
    return new Response('answered');
  },
};
