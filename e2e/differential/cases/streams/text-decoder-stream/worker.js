export default {
  async fetch() {
    const bytes = new TextEncoder().encode('héllo');
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 2));
        controller.enqueue(bytes.slice(2));
        controller.close();
      },
    });
    const decoder = new TextDecoderStream();
    const chunks = [];
    for await (const chunk of stream.pipeThrough(decoder)) chunks.push(chunk);
    return Response.json([chunks, decoder.encoding, decoder.fatal, decoder.ignoreBOM]);
  },
};
