export default {
  async fetch() {
    try {
      await fetch('https://api.example/');
    } catch (error) {
      return Response.json({ name: error.name, message: error.message, type: error instanceof TypeError });
    }
    return new Response('no error');
  },
};
