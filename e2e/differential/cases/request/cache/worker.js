export default {
  async fetch() {
    const cases = {
      "default": async () => String(new Request('https://a').cache),
      "no store": async () => new Request('https://a', { cache: 'no-store' }).cache,
      "no cache": async () => new Request('https://a', { cache: 'no-cache' }).cache,
      "reload": async () => new Request('https://a', { cache: 'reload' }),
      "unknown": async () => new Request('https://a', { cache: 'x' }),
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
