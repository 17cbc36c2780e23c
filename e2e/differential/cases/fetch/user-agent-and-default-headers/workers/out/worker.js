export default {
  async fetch(request) {
    return Response.json([...request.headers]);
  },
};
