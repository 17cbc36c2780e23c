export default {
  async fetch() {
    Promise.reject(null);
    await scheduler.wait(5);
    return new Response('fine');
  },
};
