addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
export default {
  async fetch() {
    const work = async () => {
      await null;
      throw new RangeError('in the async function');
    };
    work();
    await scheduler.wait(5);
    return new Response('fine');
  },
};
