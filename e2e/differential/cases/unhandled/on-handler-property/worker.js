globalThis.onunhandledrejection = (event) => console.log('property', String(event.reason));
export default {
  async fetch() {
    Promise.reject(new Error('one'));
    await scheduler.wait(5);
    return new Response(String('onunhandledrejection' in globalThis));
  },
};
