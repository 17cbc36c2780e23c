export default {
  async fetch() {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue('a');
        controller.enqueue('b');
        controller.enqueue('c');
        controller.close();
      },
      cancel: (reason) => console.log('canceled', String(reason)),
    });
    const chunks = [];
    for await (const chunk of stream.values({ preventCancel: true })) {
      chunks.push(chunk);
      if (chunk === 'b') break;
    }
    for await (const chunk of stream) chunks.push(chunk);
    return Response.json([chunks, stream.locked]);
  },
};
