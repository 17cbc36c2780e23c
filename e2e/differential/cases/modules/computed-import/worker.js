
export default {
  async fetch() {
    const name = './absent.js';
    try {
      await import(name);
      return new Response('found');
    } catch (error) {
      return Response.json([error.name, error.message]);
    }
  },
};
