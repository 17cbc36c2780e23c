export default {
  async fetch() {
    const written = [];
    const stream = new WritableStream({ write: (chunk) => void written.push(chunk) });
    const writer = stream.getWriter();
    await writer.ready;
    const { desiredSize } = writer;
    await writer.write('a');
    await writer.close();
    const seen = await writer.write('b').catch((error) => `${error.name}: ${error.message}`);
    return Response.json([written, desiredSize, seen, stream.locked]);
  },
};
