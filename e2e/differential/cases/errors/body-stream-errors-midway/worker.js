export default {
  async fetch() {
    let sent = false;
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (sent) throw new RangeError('midway');
          sent = true;
          controller.enqueue(new TextEncoder().encode('begin'));
        },
      }),
    );
  },
};
