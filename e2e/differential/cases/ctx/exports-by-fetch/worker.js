import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch(request) {
    return new Response(`named ${request.url}`);
  }
}

export const other = { fetch: () => new Response('other') };

export default {
  async fetch(request, env, { exports }) {
    const named = await exports.Named.fetch('https://x.example/');
    const handler = await exports.other.fetch('https://x.example/');
    return Response.json([Object.keys(exports), await named.text(), await handler.text()]);
  },
};
