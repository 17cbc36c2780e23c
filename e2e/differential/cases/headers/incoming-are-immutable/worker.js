export default {
  async fetch(request) {
    const cases = {
      "set": async () => request.headers.set('a', 'b'),
      "append": async () => request.headers.append('a', 'b'),
      "delete": async () => request.headers.delete('a'),
      "clone": async () => request.clone().headers.set('a', 'b'),
      "copy": async () => (() => { const copy = new Request(request); copy.headers.set('a', 'b'); return [...copy.headers]; })(),
      "redirect": async () => Response.redirect('https://a.example').headers.set('a', 'b'),
    };
    const outcomes = {};
    for (const [name, work] of Object.entries(cases)) {
      try {
        outcomes[name] = await work();
      } catch (error) {
        outcomes[name] = `${error.name}: ${error.message}`;
      }
    }
    return Response.json(outcomes);
  },
};
