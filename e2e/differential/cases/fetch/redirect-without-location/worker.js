export default {
  async fetch() {
    const response = await fetch('https://api.example/');
    return Response.json([response.status, response.redirected, await response.text()]);
  },
};
