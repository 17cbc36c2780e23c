const next = (socket) => new Promise((resolve) => socket.addEventListener('message', ({ data }) => resolve(data), { once: true }));

export default {
  async fetch(request, env) {
    const { webSocket } = await env.OTHER.fetch('https://other.example/', { headers: { Upgrade: 'websocket' } });
    const { binaryType } = webSocket;
    webSocket.accept();
    webSocket.send(new Uint8Array([0, 1, 2]).subarray(1));
    const blob = await next(webSocket);
    webSocket.binaryType = 'arraybuffer';
    webSocket.send(new Uint8Array([3]).buffer);
    const buffer = await next(webSocket);
    webSocket.close(1000);
    return Response.json([
      binaryType,
      blob.constructor.name,
      [...(await blob.bytes())],
      buffer.constructor.name,
      [...new Uint8Array(buffer)],
    ]);
  },
};
