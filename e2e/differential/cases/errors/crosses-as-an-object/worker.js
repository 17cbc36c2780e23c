export default {
  async fetch(_request, env) {
    try {
      await env.OTHER.fetch('https://other.example/');
    } catch (error) {
      return Response.json({ error });
    }
    return new Response('no error');
  },
};
