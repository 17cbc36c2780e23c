export default {
  async fetch() {
    const response = await fetch('https://api.example/x');
    const { status, statusText, ok, url, redirected, type, bodyUsed, webSocket } = response;
    return Response.json({ status, statusText, ok, url, redirected, type, bodyUsed, webSocket, name: response.constructor.name });
  },
};
