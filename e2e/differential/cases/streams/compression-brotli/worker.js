export default {
  async fetch() {
    try {
      const packed = new Response('hello').body.pipeThrough(new CompressionStream('brotli'));
      return new Response(packed.pipeThrough(new DecompressionStream('brotli')));
    } catch (error) {
      return Response.json([error.name, error.message]);
    }
  },
};
