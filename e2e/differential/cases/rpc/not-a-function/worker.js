import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
plain() { return { x: 1 }; }
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
    return Response.json(await (async () => ([await seen(() => Named.plain().x()), await seen(() => Named.plain().nope)]))());
  },
};
