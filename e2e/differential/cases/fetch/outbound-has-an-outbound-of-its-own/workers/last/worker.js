export default {
  async fetch(request) {
    return Response.json({
      method: request.method,
      url: request.url,
      headers: [...request.headers],
      body: await request.text(),
    });
  },
};
