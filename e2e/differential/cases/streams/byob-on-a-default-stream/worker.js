export default {
  async fetch() {
    try {
      new ReadableStream().getReader({ mode: 'byob' });
      return new Response('a reader');
    } catch (error) {
      return Response.json([error.name, error.message]);
    }
  },
};
