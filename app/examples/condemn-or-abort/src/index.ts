import { abortIsolate } from 'cloudflare:workers';

let counter = 0;

export default {
  async fetch(request) {
    const nth = ++counter;
    const { pathname } = new URL(request.url);
    if (pathname === '/slow') await scheduler.wait(4000);
    if (pathname === '/abort') abortIsolate('poisoned');
    return new Response(`Request ${nth} of this isolate.\n`);
  },
} satisfies ExportedHandler<Env>;
