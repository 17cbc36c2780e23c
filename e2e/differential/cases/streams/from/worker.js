export default {
  async fetch() {
    const read = async (stream) => {
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      return chunks;
    };
    async function* generate() {
      yield 1;
      yield 'two';
    }
    return Response.json([
      await read(ReadableStream.from([1, 2])),
      await read(ReadableStream.from(generate())),
      await read(ReadableStream.from('text')),
    ]);
  },
};
