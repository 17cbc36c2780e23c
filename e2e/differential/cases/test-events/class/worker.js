import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  test(...given) {
    console.log(given.length, typeof given[1], this.env.NAME, this.ctx.constructor.name);
  }
}

export class Fails extends WorkerEntrypoint {
  async test() {
    throw new Error(`with ${this.env.NAME}`);
  }
}
