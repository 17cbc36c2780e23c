export default {
  async fetch(request, env) {
    const response = await env.OTHER.fetch('data:text/plain,hi');
    return Response.json([response.headers.get('content-type'), await response.text()]);
  },
};
