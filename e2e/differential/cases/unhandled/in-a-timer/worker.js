addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
export default {
  async fetch() {
    setTimeout(async () => {
      throw new Error('in an async timer');
    });
    await scheduler.wait(20);
    return new Response('fine');
  },
};
