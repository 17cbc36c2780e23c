
export default {
  async fetch() {
    try {
      undeclared = 1;
      return new Response('sloppy');
    } catch (error) {
      return Response.json([error.name, typeof this]);
    }
  },
};
