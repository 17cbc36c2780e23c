import { RpcStub, RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
make() { return new Response("body", { status: 201, headers: { a: "b" } }); }
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
    return Response.json(await (async () => (await (async () => { const response = await Named.make(); return [response.status, response.headers.get("a"), await response.text()]; })()))());
  },
};
