export default {
  async fetch(request, env) {
    try {
      const response = await env.OTHER.fetch('https://other.example/');
      return new Response(String(response.webSocket));
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
  },
};
