export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      await seen(() => new CompressionStream()),
      await seen(() => new CompressionStream('zip')),
      await seen(() => new DecompressionStream('zip')),
    ]);
  },
};
