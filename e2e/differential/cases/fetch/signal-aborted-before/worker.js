export default {
  async fetch() {
    try {
      await fetch('https://api.example/', { signal: AbortSignal.abort(new RangeError('never')) });
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
    return new Response('no error');
  },
};
