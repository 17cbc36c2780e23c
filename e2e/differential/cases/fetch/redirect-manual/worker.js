export default {
  async fetch() {
    const response = await fetch('https://api.example/302', { redirect: 'manual' });
    return Response.json([response.status, response.url, response.redirected, response.headers.get('location'), await response.text()]);
  },
};
