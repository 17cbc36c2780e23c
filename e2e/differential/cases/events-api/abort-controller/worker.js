export default {
  async fetch() {
    const controller = new AbortController();
    const heard = [];
    controller.signal.onabort = (event) => heard.push(['onabort', event.type]);
    controller.signal.addEventListener('abort', () => heard.push('listener'));
    controller.abort('why');
    controller.abort('again');
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return typeof error === 'string' ? error : `${error.name}: ${error.message}`;
      }
    };
    const plain = AbortSignal.abort();
    return Response.json([
      heard,
      controller.signal.reason,
      seen(() => controller.signal.throwIfAborted()),
      [plain.reason.name, plain.reason.message, plain.reason.code],
      AbortSignal.any([controller.signal, new AbortController().signal]).reason,
    ]);
  },
};
