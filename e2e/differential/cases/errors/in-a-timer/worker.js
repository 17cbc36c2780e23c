export default {
  async fetch() {
    setTimeout(() => {
      throw new Error('in a timer');
    });
    await scheduler.wait(20);
    return new Response('fine');
  },
};
