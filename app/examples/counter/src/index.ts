import { abortIsolate } from 'cloudflare:workers';

// Evaluated once, at the startup of an isolate. Its requests share it.
let visits = 0;

export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/abort') abortIsolate('start again');

    visits += 1;
    return new Response(`Visit ${visits} of this isolate.\n`);
  },
} satisfies ExportedHandler<Env>;
