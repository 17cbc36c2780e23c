const UPGRADE = { headers: { Upgrade: 'websocket' } };

/** The next event of a type. */
const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

export default {
  async fetch(request, env, ctx) {
    const upstream = (await env.OTHER.fetch('https://other.example/', UPGRADE)).webSocket;
    const { 0: client, 1: server } = new WebSocketPair();
    upstream.accept();
    server.accept();
    server.addEventListener('message', ({ data }) => upstream.send(`via ${data}`));
    upstream.addEventListener('message', ({ data }) => server.send(data));
    server.addEventListener('close', ({ code, reason }) => upstream.close(code, reason));
    ctx.waitUntil(next(upstream, 'close'));
    return new Response(null, { status: 101, webSocket: client });
  },
};
