addEventListener('unhandledrejection', (event) => {
  console.log(event.type, event.constructor.name, String(event.reason), event.promise instanceof Promise);
});
addEventListener('rejectionhandled', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise);
});
export default {
  async fetch() {
    await Promise.all([Promise.reject(new Error('one')), Promise.reject(new Error('two'))]).catch((error) => console.log(error.message));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
