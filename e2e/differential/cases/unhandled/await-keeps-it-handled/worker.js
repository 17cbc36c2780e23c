addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
export default {
  async fetch() {
    const rejected = Promise.reject(new Error('awaited'));
    try {
      await rejected;
    } catch (error) {
      console.log('caught', error.message);
    }
    await scheduler.wait(5);
    return new Response('fine');
  },
};
