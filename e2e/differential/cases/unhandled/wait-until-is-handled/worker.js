addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
export default {
  async fetch(_request, _env, ctx) {
    ctx.waitUntil(Promise.reject(new Error('in the background')));
    return new Response('fine');
  },
};
