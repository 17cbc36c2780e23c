addEventListener('unhandledrejection', (event) => {
  console.log('seen');
  event.preventDefault();
});
export default {
  async fetch() {
    Promise.reject(new TypeError('nobody cares'));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
