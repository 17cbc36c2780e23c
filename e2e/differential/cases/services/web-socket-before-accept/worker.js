const UPGRADE = { headers: { Upgrade: 'websocket' } };

/** The next event of a type. */
const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

export default {
  async fetch(request, env) {
    const { webSocket } = await env.OTHER.fetch('https://other.example/', UPGRADE);
    const seen = [];
    try {
      webSocket.send('early');
    } catch (error) {
      seen.push(`${error.name}: ${error.message}`);
    }
    await scheduler.wait(20);
    webSocket.accept();
    seen.push((await next(webSocket, 'message')).data);
    webSocket.close();
    const { code, reason } = await next(webSocket, 'close');
    return Response.json([seen, code, reason]);
  },
};
