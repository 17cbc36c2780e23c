export default {
  async fetch() {
    const signal = AbortSignal.timeout(5);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return Response.json([signal.aborted, signal.reason.name, signal.reason.message]);
  },
};
