export default {
  async fetch() {
    try {
      await fetch('https://api.example/302', { redirect: 'error' });
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
    return new Response('no error');
  },
};
