export default {
  async fetch() {
    try {
      await fetch('https://api.example/');
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
    return new Response('no error');
  },
};
