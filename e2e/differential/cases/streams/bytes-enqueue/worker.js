export default {
  async fetch() {
    const stream = new ReadableStream({
      type: 'bytes',
      start(controller) {
        controller.enqueue(new Uint8Array([1, 2, 3]));
        controller.close();
      },
    });
    const { value } = await stream.getReader().read();
    return Response.json([value.constructor.name, [...value]]);
  },
};
