export default {
  async fetch(_request, env) {
    try {
      await env.OTHER.fetch('https://other.example/');
    } catch (error) {
      return Response.json({ name: error.name, message: error.message, cause: String(error.cause), type: error.cause instanceof TypeError });
    }
    return new Response('no error');
  },
};
