import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
add(a, b) { return a + b; }
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
    return Response.json(await (async () => ([await Named.add(1, 2)]))());
  },
};
