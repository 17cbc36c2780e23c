export default {
  async fetch() {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const reader = readable.getReader();
    const read = reader.read().then(String, (error) => `${error.name}: ${error.message}`);
    await writer.abort(new RangeError('why'));
    return Response.json([
      await read,
      await writer.write(new Uint8Array(1)).then(String, (error) => `${error.name}: ${error.message}`),
    ]);
  },
};
