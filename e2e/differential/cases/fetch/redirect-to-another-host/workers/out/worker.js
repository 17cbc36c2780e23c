export default {
  async fetch(request) {
    if (new URL(request.url).host === 'other.example') return Response.json([...request.headers]);
    return Response.redirect('https://other.example/', 302);
  },
};
