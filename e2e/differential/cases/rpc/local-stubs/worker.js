import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
class Counter extends RpcTarget {
  increment() { return 1; }
}
export class Named extends WorkerEntrypoint {

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
    return Response.json(await (async () => ([await new RpcStub(new Counter()).increment(), await new RpcStub((x) => x + 1)(4), await seen(() => new RpcStub(5))]))());
  },
};
