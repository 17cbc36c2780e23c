export default {
  async fetch() {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const written = writer.write(new Uint8Array(1)).then(() => 'written', (error) => `${error.name}: ${error.message}`);
    await readable.cancel(new RangeError('enough'));
    return Response.json([
      await written,
      await writer.write(new Uint8Array(1)).then(() => 'written', (error) => `${error.name}: ${error.message}`),
    ]);
  },
};
