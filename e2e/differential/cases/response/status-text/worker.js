export default {
  async fetch() {
    const cases = {
      "default": async () => new Response('', { status: 404 }).statusText,
      "given": async () => new Response('', { statusText: 'Nope' }).statusText,
      "null": async () => new Response('', { statusText: null }).statusText,
      "newline": async () => new Response('', { statusText: 'a\nb' }),
      "not ascii": async () => new Response('', { statusText: 'é' }).statusText,
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
