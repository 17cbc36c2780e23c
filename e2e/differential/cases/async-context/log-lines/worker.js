const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch(request, env, ctx) {
    console.log('before');
    await pause();
    console.warn('after');
    ctx.waitUntil((async () => { await pause(); console.error('in waitUntil'); })());
    return new Response('done');
  },
};
