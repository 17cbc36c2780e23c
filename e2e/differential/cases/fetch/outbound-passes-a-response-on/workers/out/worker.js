export default {
  async fetch(request) {
    return new Response('made there', { status: 418, statusText: 'Teapot', headers: { 'X-A': 'a' } });
  },
};
