export default {
  async fetch(request) {
    console.log('in the outbound worker', request.url);
    return new Response();
  },
};
