import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
get value() { return { a: { b: 5 } }; }
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
    return Response.json(await (async () => ([await Named.value, await Named.value.a.b]))());
  },
};
