import * as workers from 'cloudflare:workers';

const names = ['DurableObject', 'RpcPromise', 'RpcProperty', 'RpcStub', 'RpcTarget', 'ServiceStub', 'WorkerEntrypoint', 'WorkflowEntrypoint'];

export default {
  fetch: () => Response.json([names.map((name) => typeof workers[name]), String(workers.restore), typeof workers.tracing, typeof workers.cache]),
};
