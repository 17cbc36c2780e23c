export default {
  async fetch() {
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    void writer.write({ any: 'chunk' });
    void writer.close();
    const { value } = await readable.getReader().read();
    return Response.json(value);
  },
};
