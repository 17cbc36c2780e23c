export default {
  async fetch() {
    const seen = async (chunk) => {
      const { readable, writable } = new IdentityTransformStream();
      const writer = writable.getWriter();
      const read = readable.getReader().read().then(({ value }) => String(value), (error) => `read ${error.name}: ${error.message}`);
      const written = await writer.write(chunk).then(() => 'written', (error) => `${error.name}: ${error.message}`);
      return [written, await Promise.race([read, scheduler.wait(5).then(() => 'pending')])];
    };
    return Response.json([await seen('text'), await seen({}), await seen(1)]);
  },
};
