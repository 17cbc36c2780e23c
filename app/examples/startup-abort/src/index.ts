import { abortIsolate, env } from 'cloudflare:workers';

// Top level: runs at the startup of each isolate, for its first request.
if (env.API_KEY === '') abortIsolate('API_KEY is empty: see wrangler.jsonc');

export default {
  fetch() {
    return new Response(
      `Up, with a key of ${env.API_KEY.length} characters.\n`,
    );
  },
} satisfies ExportedHandler<Env>;
