addEventListener('unhandledrejection', () => {
  throw new TypeError('in the listener');
});
export default {
  async fetch() {
    Promise.reject(new Error('one'));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
