
export default {
  async fetch() {
    const name = 'node:buffer';
    try {
      const { Buffer } = await import(name);
      return new Response(Buffer.from('text').toString('hex'));
    } catch (error) {
      return Response.json([error.name, error.message]);
    }
  },
};
