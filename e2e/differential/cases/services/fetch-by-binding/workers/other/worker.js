export default {
  async fetch(request) {
    const { method, url, headers } = request;
    const body = `${method} ${url} ${headers.get('X-Asked')} ${headers.get('Cookie')} ${await request.text()}`;
    return new Response(body, {
      status: 201,
      statusText: 'Made',
      headers: { 'X-Answer': 'yes' },
    });
  },
};
