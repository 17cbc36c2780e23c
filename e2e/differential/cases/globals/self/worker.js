export default {
  async fetch() {
    return Response.json([
      self === globalThis,
      self instanceof ServiceWorkerGlobalScope,
      self instanceof WorkerGlobalScope,
      String(self),
      typeof window,
      typeof document,
    ]);
  },
};
