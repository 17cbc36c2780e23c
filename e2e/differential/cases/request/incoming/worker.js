export default {
  async fetch(request) {
    const { method, url, redirect, bodyUsed } = request;
    return Response.json([method, url, redirect, bodyUsed, await request.text(), request.bodyUsed]);
  },
};
