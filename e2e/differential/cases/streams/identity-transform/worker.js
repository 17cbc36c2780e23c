export default {
  async fetch() {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const written = (async () => {
      await writer.write(new TextEncoder().encode('hello '));
      await writer.write(new TextEncoder().encode('world').buffer);
      await writer.close();
    })();
    const text = await new Response(readable).text();
    await written;
    return Response.json([text, String(readable), String(new IdentityTransformStream()), new IdentityTransformStream() instanceof TransformStream]);
  },
};
