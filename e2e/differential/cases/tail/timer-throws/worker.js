export default {
  async fetch() {
    setTimeout(() => {
      throw new Error('in a timer');
    }, 1);
    await scheduler.wait(20);
    return new Response('answer');
  },
};
