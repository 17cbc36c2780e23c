export default {
  async fetch() {
    const [left, right] = new Response('both').body.tee();
    return Response.json([await new Response(left).text(), await new Response(right).text()]);
  },
};
