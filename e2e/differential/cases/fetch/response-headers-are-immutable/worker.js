export default {
  async fetch() {
    const response = await fetch('https://api.example/');
    try {
      response.headers.set('a', 'b');
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
    return new Response('no error');
  },
};
