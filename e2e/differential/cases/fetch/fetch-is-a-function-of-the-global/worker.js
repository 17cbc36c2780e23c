export default {
  async fetch() {
    const { fetch: alone } = globalThis;
    const response = await alone('https://api.example/');
    return Response.json([fetch.name, fetch.length, response.status]);
  },
};
