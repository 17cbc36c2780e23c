import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
make() { return new Response("streamed").body; }
  read(stream) { return new Response(stream).text(); }
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
    return Response.json(await (async () => ([await new Response(await Named.make()).text(), await Named.read(new Response("in").body)]))());
  },
};
