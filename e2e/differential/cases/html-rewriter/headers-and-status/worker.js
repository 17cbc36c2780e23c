export default {
  async fetch() {
    const response = new HTMLRewriter().transform(
      new Response('<p>x</p>', { status: 404, headers: { 'content-length': '8', 'x-mine': '1' } }),
    );
    const empty = new HTMLRewriter().transform(new Response(null, { status: 204 }));
    return Response.json([response.status, [...response.headers], empty.status, empty.body]);
  },
};
