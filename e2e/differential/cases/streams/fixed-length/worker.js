export default {
  async fetch() {
    const { readable, writable } = new FixedLengthStream(5);
    const writer = writable.getWriter();
    const written = writer.write(new TextEncoder().encode('hello')).then(() => writer.close());
    return new Response(readable, { headers: { 'x-written': typeof written } });
  },
};
