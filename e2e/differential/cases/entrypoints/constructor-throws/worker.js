import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint {
  constructor(ctx, env) {
    super(ctx, env);
    throw new TypeError('why');
  }

  fetch() {}
}
