import { abortIsolate } from 'cloudflare:workers';

export default {
  fetch(request) {
    if (request.headers.get('Upgrade') !== 'websocket') {
      return new Response('This is for WebSockets.\n', { status: 426 });
    }
    const { searchParams } = new URL(request.url);
    const bad = Number(searchParams.get('bad'));
    const last = Number(searchParams.get('last'));
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();

    let tick = 0;
    const ticking = setInterval(() => {
      tick += 1;
      if (tick === bad) abortIsolate(`tick ${tick} went wrong`);
      server.send(`tick ${tick}`);
      if (tick === last) server.close(1000, 'that was all');
    }, 200);
    server.addEventListener('close', () => clearInterval(ticking));

    return new Response(null, { status: 101, webSocket: client });
  },
} satisfies ExportedHandler<Env>;
