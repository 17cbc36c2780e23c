export default {
  async fetch() {
    const rejected = Promise.reject(new TypeError('late'));
    await scheduler.wait(5);
    rejected.catch(() => console.log('handled'));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
