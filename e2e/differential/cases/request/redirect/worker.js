export default {
  async fetch(request) {
    const cases = {
      "default": async () => new Request('https://a').redirect,
      "manual": async () => new Request('https://a', { redirect: 'Manual' }).redirect,
      "error": async () => new Request('https://a', { redirect: 'error' }),
      "unknown": async () => new Request('https://a', { redirect: 'x' }),
      "copied": async () => new Request(new Request('https://a', { redirect: 'manual' })).redirect,
      "incoming": async () => request.redirect,
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
