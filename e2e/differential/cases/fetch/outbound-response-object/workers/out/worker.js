export default {
  async fetch(request) {
    return new Response(null, { status: 404, statusText: 'Nowhere' });
  },
};
