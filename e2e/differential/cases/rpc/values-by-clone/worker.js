import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
all() { return { date: new Date(0), map: [...new Map([[1, 2]])], nested: { list: [1, [2]] }, bytes: new Uint8Array([1, 2]) }; }
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
    return Response.json(await (async () => (await Named.all()))());
  },
};
