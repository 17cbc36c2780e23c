
export default {
  async fetch() {
    const seen = [];
    for (const _ of [1, 2]) {
      try {
        await import('./broken.js');
        seen.push('loaded');
      } catch (error) {
        seen.push(`${error.name}: ${error.message}`);
      }
    }
    return Response.json(seen);
  },
};
