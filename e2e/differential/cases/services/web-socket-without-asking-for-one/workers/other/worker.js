export default {
  fetch(request) {
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    server.addEventListener('message', ({ data }) => {
      if (data === 'close') server.close(4001, 'asked');
      else server.send(typeof data === 'string' ? `echo ${data}` : data);
    });
    server.addEventListener('close', ({ code, reason, wasClean }) => console.log('server', code, reason, wasClean));
    return new Response(null, { status: 101, webSocket: client, headers: { 'x-from': 'other' } });
  },
};
