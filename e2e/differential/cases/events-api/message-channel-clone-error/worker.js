export default {
  async fetch() {
    const { port1 } = new MessageChannel();
    try {
      port1.postMessage(Symbol('s'));
      return new Response('sent');
    } catch (error) {
      return Response.json([error.name, error.message]);
    }
  },
};
