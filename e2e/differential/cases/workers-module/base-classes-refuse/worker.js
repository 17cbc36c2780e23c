import { DurableObject, RpcPromise, RpcProperty, ServiceStub, WorkerEntrypoint, WorkflowEntrypoint } from 'cloudflare:workers';

const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch() {
    const classes = [DurableObject, RpcPromise, RpcProperty, ServiceStub, WorkerEntrypoint, WorkflowEntrypoint];
    return Response.json(await Promise.all(classes.map((Class) => seen(() => new Class()))));
  },
};
