export default {
  async fetch(request) {
    return new Response('where?', { status: 302 });
  },
};
