import { env, WorkerEntrypoint, withEnv } from 'cloudflare:workers';

export class Other extends WorkerEntrypoint {
  read() {
    return [this.env.X, env.X];
  }
}

export default {
  async fetch(request, given, ctx) {
    return Response.json(
      await withEnv({ X: 'inside' }, async () => [given.X, await ctx.exports.Other.read(), env.X]),
    );
  },
};
