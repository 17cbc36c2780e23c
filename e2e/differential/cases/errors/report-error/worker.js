export default {
  async fetch() {
    reportError(new TypeError('reported'));
    return new Response('fine');
  },
};
