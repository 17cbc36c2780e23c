export default {
  async fetch() {
    const cases = {
      "space in a host": async () => new URL('http://a b').href,
      "invalid utf-8": async () => String(new URLSearchParams('a=%ff')),
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
