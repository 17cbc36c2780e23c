export default {
  async fetch() {
    Promise.resolve().then(() => {
      throw new Error('in then');
    });
    await scheduler.wait(5);
    return new Response('fine');
  },
};
