export default {
  async fetch() {
    const { body } = new Response('text');
    const reader = body.getReader();
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      await seen(() => body.getReader()),
      await seen(() => body.cancel()),
      await seen(() => body.tee()),
      await seen(() => body.pipeTo(new WritableStream())),
      await seen(async () => {
        reader.releaseLock();
        return await reader.read();
      }),
      await seen(() => body.getReader({ mode: 'none' })),
    ]);
  },
};
