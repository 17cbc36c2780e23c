export default {
  async fetch() {
    const stream = new ReadableStream({
      type: 'bytes',
      pull(controller) {
        controller.enqueue(new Uint8Array([1, 2]));
      },
    });
    const reader = stream.getReader({ mode: 'byob' });
    const { value, done } = await reader.readAtLeast(3, new Uint8Array(8));
    return Response.json([value.byteLength >= 3, done]);
  },
};
