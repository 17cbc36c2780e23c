import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch() {
    return Response.json(['named', this.ctx.props]);
  }
}

export default {
  fetch: () => new Response('default'),
};
