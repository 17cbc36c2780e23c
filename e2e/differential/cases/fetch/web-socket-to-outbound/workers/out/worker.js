export default {
  async fetch(request) {
    const [client, server] = Object.values(new WebSocketPair());
    server.accept();
    server.addEventListener('message', ({ data }) => server.send(`echo ${data}`));
    return new Response(null, { status: 101, webSocket: client });
  },
};
