export default {
  async fetch() {
    const written = [];
    const source = new ReadableStream({
      start(controller) {
        controller.enqueue('a');
        controller.enqueue('b');
        controller.close();
      },
    });
    const sink = new WritableStream({
      write: (chunk) => void written.push(chunk),
      close: () => void written.push('closed'),
    });
    await source.pipeTo(sink);
    return Response.json(written);
  },
};
