/** Base class of entrypoints that are classes, as `cloudflare:workers` exports it. */
export class WorkerEntrypoint {
  protected readonly ctx: object;
  protected readonly env: object;

  constructor(ctx: object, env: object) {
    this.ctx = ctx;
    this.env = env;
  }
}
