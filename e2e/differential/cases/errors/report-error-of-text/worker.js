export default {
  async fetch() {
    reportError('only text');
    return new Response('fine');
  },
};
