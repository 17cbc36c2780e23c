import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint {
  tail(...given) {
    const [events, env, ctx] = given;
    console.log(given.length, events.length, typeof env, typeof ctx, this.ctx.constructor.name, this.env.NAME);
  }
}
