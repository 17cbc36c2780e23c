addEventListener('unhandledrejection', (event) => {
  const { bubbles, cancelable, composed, defaultPrevented, eventPhase, isTrusted } = event;
  console.log(JSON.stringify({ bubbles, cancelable, composed, defaultPrevented, eventPhase, isTrusted }));
});
export default {
  async fetch() {
    Promise.reject(new Error('x'));
    await scheduler.wait(5);
    return new Response('fine');
  },
};
