export default {
  async fetch(_request, env) {
    try {
      await env.OTHER.fetch('https://other.example/');
    } catch (error) {
      return Response.json({ name: error.name, message: error.message, code: error.code, status: error.status, own: Object.keys(error) });
    }
    return new Response('no error');
  },
};
