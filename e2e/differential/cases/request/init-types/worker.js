export default {
  async fetch() {
    const cases = {
      "number": async () => new Request('https://a', 5),
      "string": async () => new Request('https://a', 'x'),
      "null": async () => new Request('https://a', null).url,
      "headers number": async () => new Request('https://a', { headers: 5 }),
      "headers null": async () => new Request('https://a', { headers: null }),
      "signal number": async () => new Request('https://a', { signal: 5 }),
      "cf number": async () => new Request('https://a', { cf: 5 }),
      "cf null": async () => new Request('https://a', { cf: null }),
      "encode response body": async () => new Request('https://a', { encodeResponseBody: 'x' }),
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
