const CHUNKS = { '/string': 'text', '/buffer': new ArrayBuffer(2), '/view': new DataView(new ArrayBuffer(1)), '/number': 5, '/object': {} };
export default {
  fetch(request) {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(CHUNKS[new URL(request.url).pathname]);
        controller.close();
      },
    });
    return new Response(body);
  },
};
