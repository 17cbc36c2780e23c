import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
class Counter extends RpcTarget {
  #value = 0;
  increment() { this.#value += 1; return this.#value; }
}
export class Named extends WorkerEntrypoint {
make() { return new Counter(); }
  plain() { return { counter: new Counter(), a: 1 }; }
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
    return Response.json(await (async () => ([await Named.make().increment(), await Named.plain().counter.increment(), await Named.plain().a]))());
  },
};
