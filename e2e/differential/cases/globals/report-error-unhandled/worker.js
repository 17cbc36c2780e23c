export default {
  async fetch() {
    reportError(new RangeError('reported'));
    return new Response('answered');
  },
};
