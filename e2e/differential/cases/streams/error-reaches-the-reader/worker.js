export default {
  async fetch() {
    const stream = new ReadableStream({
      start(controller) {
        controller.error(new RangeError('broken'));
      },
    });
    const reader = stream.getReader();
    const error = await reader.read().catch((error) => error);
    return Response.json([error.name, error.message, await reader.closed.catch((error) => error.message)]);
  },
};
