export default {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    server.send('greeting');
    return new Response(null, { status: 101, webSocket: client });
  },
};
