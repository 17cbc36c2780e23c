export default {
  async fetch() {
    queueMicrotask(() => {
      throw new Error('in a microtask');
    });
    await scheduler.wait(5);
    return new Response('fine');
  },
};
