import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
class Counter extends RpcTarget {
  hidden = 1;
  #value = 0;
  increment() { this.#value += 1; return this.#value; }
  get value() { return this.#value; }
}
export class Named extends WorkerEntrypoint {
make() { return new Counter(); }
}

const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch(request, env, { exports: { Named } }) {
    return Response.json(await (async () => (await (async () => { const counter = await Named.make(); return [await counter.increment(), await counter.increment(), await counter.value, await seen(() => counter.hidden)]; })()))());
  },
};
