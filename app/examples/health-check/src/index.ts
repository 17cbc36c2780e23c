import { abortIsolate } from 'cloudflare:workers';

// Stands for connections that an isolate keeps for its requests.
const connections = new Set(['first', 'second', 'third']);

export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/break') {
      connections.clear();
      return new Response('Nobody noticed.\n');
    }
    const [connection] = connections;
    if (connection === undefined)
      return new Response('No connection.\n', { status: 503 });
    return new Response(`Answered over the ${connection} connection.\n`);
  },

  scheduled() {
    console.log(`${connections.size} connections`);
    if (connections.size === 0)
      abortIsolate('the health check found no connection');
  },
} satisfies ExportedHandler<Env>;
