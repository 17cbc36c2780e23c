export default {
  async fetch(_request, env) {
    try {
      await env.OTHER.fetch('https://other.example/');
    } catch (error) {
      return Response.json({ name: error.name, message: error.message, dom: error instanceof DOMException, code: error.code });
    }
    return new Response('no error');
  },
};
