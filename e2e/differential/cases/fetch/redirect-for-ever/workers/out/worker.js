export default {
  async fetch(request) {
    return Response.redirect(request.url, 302);
  },
};
