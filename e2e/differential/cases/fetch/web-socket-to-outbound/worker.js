export default {
  async fetch() {
    const response = await fetch('https://api.example/', { headers: { Upgrade: 'websocket' } });
    const { webSocket } = response;
    if (!webSocket) return new Response('no socket');
    webSocket.accept();
    const heard = new Promise((resolve) => webSocket.addEventListener('message', ({ data }) => resolve(data)));
    webSocket.send('hello');
    const data = await heard;
    webSocket.close(1000, 'done');
    return Response.json([response.status, data]);
  },
};
