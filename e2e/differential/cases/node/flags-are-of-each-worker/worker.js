export default {
  async fetch(request, env) {
    const other = await env.OTHER.fetch('https://other.example/');
    return new Response([typeof Buffer, typeof process, await other.text()].join());
  },
};
