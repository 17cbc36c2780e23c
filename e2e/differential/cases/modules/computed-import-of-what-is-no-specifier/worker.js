
export default {
  async fetch() {
    const seen = [];
    for (const name of ['bare', '/absolute.js', 'https://example.com/a.js', 'data:text/javascript,1', '', undefined, { toString: () => 'object' }]) {
      seen.push(await import(name).then(() => 'found', (error) => `${error.name}: ${error.message}`));
    }
    return Response.json(seen);
  },
};
