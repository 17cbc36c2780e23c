import { abortIsolate } from 'cloudflare:workers';

// Module state. It is set once, at the startup of an isolate,
// and every request that this isolate gets shares it.
let counter = 0;

export default {
  async fetch(request, env) {
    const nth = ++counter;
    const { pathname } = new URL(request.url);

    switch (pathname) {
      case '/slow':
        // In flight for two seconds. Meanwhile the same isolate
        // handles other requests.
        console.log(`request ${nth} waits`);
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return new Response(`Slow, but here: request ${nth}.\n`);

      case '/abort':
        // Destroys this isolate at once. Everything in flight is
        // rejected with the reason, and the next request gets a
        // fresh isolate, whose counter starts again at 0.
        abortIsolate('poisoned');
        console.log('Unreachable: not even a finally runs.');

      default:
        return new Response(
          `${env.GREETING}! Request ${nth} of this isolate.\n`,
        );
    }
  },
} satisfies ExportedHandler<Env>;
