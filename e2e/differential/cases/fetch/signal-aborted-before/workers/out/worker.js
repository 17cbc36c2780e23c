export default {
  async fetch(request) {
    console.log('asked');
    return new Response();
  },
};
