export default {
  async fetch(request) {
    return new Response(`${request.method} ${request.url} ${request.headers.get('x-asked')} ${request.headers.get('cookie')} ${await request.text()}`, { headers: { 'x-answer': 'yes' } });
  },
};
