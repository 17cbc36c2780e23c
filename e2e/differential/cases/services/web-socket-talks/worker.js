const UPGRADE = { headers: { Upgrade: 'websocket' } };

/** The next event of a type. */
const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

export default {
  async fetch(request, env) {
    const { status, statusText, headers, webSocket, body } = await env.OTHER.fetch('https://other.example/', UPGRADE);
    webSocket.accept();
    webSocket.send('hello');
    const { data } = await next(webSocket, 'message');
    webSocket.close(1000, 'done');
    const { code, reason, wasClean } = await next(webSocket, 'close');
    return Response.json([
      status, statusText, headers.get('x-from'), body, data,
      code, reason, wasClean, webSocket.readyState,
    ]);
  },
};
