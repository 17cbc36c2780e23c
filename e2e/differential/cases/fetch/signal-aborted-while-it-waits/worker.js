export default {
  async fetch() {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    try {
      await fetch('https://api.example/', { signal: controller.signal });
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
    return new Response('no error');
  },
};
