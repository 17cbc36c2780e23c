export default {
  async fetch() {
    return new Response(
      new ReadableStream({
        start(controller) {
          controller.error(new RangeError('in the stream'));
        },
      }),
    );
  },
};
