export default {
  async fetch() {
    Promise.reject(new Error('unhandled'));
    reportError(new Error('reported'));
    await scheduler.wait(20);
    return new Response('answer');
  },
};
