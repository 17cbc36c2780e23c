export default {
  async fetch(_request, env) {
    try {
      await env.OTHER.fetch('https://other.example/');
    } catch (error) {
      return Response.json({ type: typeof error, error: String(error) });
    }
    return new Response('no error');
  },
};
