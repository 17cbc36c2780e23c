import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  props() {
    return this.ctx.props;
  }
}

export default {
  async fetch(request, env, ctx) {
    const { Named } = ctx.exports;
    return Response.json([ctx.props, await Named.props(), await Named({ props: { a: 1 } }).props()]);
  },
};
