const UPGRADE = { headers: { Upgrade: 'websocket' } };

/** The next event of a type. */
const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

export default {
  async fetch(request, env) {
    const response = await env.OTHER.fetch('https://other.example/', UPGRADE);
    return Response.json([response.status, response.webSocket, await response.text()]);
  },
};
