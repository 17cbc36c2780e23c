addEventListener('error', (event) => {
  console.log(event.type, event.message, String(event.error), event.constructor.name);
  event.preventDefault();
});
export default {
  async fetch() {
    reportError(new TypeError('reported'));
    return new Response('fine');
  },
};
