export default {
  async fetch() {
    const names =
      'ServiceWorkerGlobalScope WorkerGlobalScope ExtendableEvent FetchEvent TailEvent TraceEvent ScheduledEvent PromiseRejectionEvent MessagePort Navigator Crypto SubtleCrypto CryptoKey CacheStorage Cache Performance AbortSignal Body';
    return Response.json(
      names.split(' ').map((name) => {
        try {
          return [name, typeof new globalThis[name]()];
        } catch (error) {
          return [name, `${error.name}: ${error.message}`];
        }
      }),
    );
  },
};
