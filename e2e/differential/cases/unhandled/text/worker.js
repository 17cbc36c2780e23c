export default {
  async fetch() {
    Promise.reject('text only');
    await scheduler.wait(5);
    return new Response('fine');
  },
};
