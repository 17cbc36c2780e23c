addEventListener('unhandledrejection', (event) => console.log(event.reason.message));
export default {
  async fetch(request) {
    Promise.reject(new Error(new URL(request.url).pathname));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
