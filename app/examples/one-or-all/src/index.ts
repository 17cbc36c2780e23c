import { abortIsolate } from 'cloudflare:workers';

let counter = 0;

export default {
  async fetch(request, _env, ctx) {
    const nth = ++counter;
    switch (new URL(request.url).pathname) {
      case '/slow':
        await scheduler.wait(8000);
        break;
      case '/one':
        ctx.abort(new Error('this request cannot be answered'));
        break;
      case '/all':
        abortIsolate('this isolate cannot go on');
    }
    return new Response(`Request ${nth} of this isolate.\n`);
  },
} satisfies ExportedHandler<Env>;
