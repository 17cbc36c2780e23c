export default {
  async fetch() {
    addEventListener('error', (event) => {
      console.log(event.type, event.message, event.error?.name, event.error?.message);
      event.preventDefault();
    });
    reportError(new RangeError('reported'));
    reportError('a string');
    return new Response('answered');
  },
};
