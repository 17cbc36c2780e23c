export default {
  async fetch() {
    const response = await fetch('https://api.example/301', { method: 'POST', body: 'text' });
    return Response.json([response.status, response.url, response.redirected, await response.json()]);
  },
};
