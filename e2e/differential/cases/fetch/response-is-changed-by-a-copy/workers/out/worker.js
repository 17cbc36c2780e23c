export default {
  async fetch(request) {
    return new Response('text', { status: 201, headers: { 'x-own': 'a' } });
  },
};
