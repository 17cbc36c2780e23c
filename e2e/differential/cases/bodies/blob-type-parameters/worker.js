export default {
  async fetch() {
    const cases = {
      "of text": async () => new Response('x').blob().then(({ type }) => type),
      "parameters": async () => new Response('x', { headers: { 'content-type': 'A/B; Q=1' } }).blob().then(({ type }) => type),
      "nonsense": async () => new Response('x', { headers: { 'content-type': 'nonsense' } }).blob().then(({ type }) => type),
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
