export default {
  async fetch() {
    const squeeze = async (format, text) => {
      const packed = new Response(text).body.pipeThrough(new CompressionStream(format));
      return await new Response(packed.pipeThrough(new DecompressionStream(format))).text();
    };
    return Response.json([
      await squeeze('gzip', 'a'.repeat(100)),
      await squeeze('deflate', 'b'),
      await squeeze('deflate-raw', ''),
    ]);
  },
};
