addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
Promise.reject(new Error('at the top level'));
export default {
  async fetch() {
    return new Response('fine');
  },
};
