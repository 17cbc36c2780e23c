export default {
  async fetch(request, { OTHER }) {
    const seen = [];
    for (const kind of ['Error', 'TypeError', 'RangeError', 'Custom', 'text']) {
      try {
        await OTHER.fetch(`https://other.example/${kind}`);
      } catch (error) {
        const { name, message, remote } = error;
        seen.push([kind, error.constructor.name, name, message, remote]);
      }
    }
    return Response.json(seen);
  },
};
