const UPGRADE = { headers: { Upgrade: 'websocket' } };

/** The next event of a type. */
const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

export default {
  async fetch(request, env) {
    const { webSocket } = await env.OTHER.fetch('https://other.example/', UPGRADE);
    webSocket.accept();
    webSocket.send('close');
    const { code, reason, wasClean } = await next(webSocket, 'close');
    // The other side hears of it too, and logs that.
    await scheduler.wait(200);
    return Response.json([code, reason, wasClean, webSocket.readyState]);
  },
};
