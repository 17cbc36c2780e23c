export default {
  async fetch() {
    const cases = {
      "lower": async () => new Request('https://a', { method: 'post' }).method,
      "patch": async () => new Request('https://a', { method: 'patch' }).method,
      "trace": async () => new Request('https://a', { method: 'TRACE' }).method,
      "purge": async () => new Request('https://a', { method: 'purge' }).method,
      "query": async () => new Request('https://a', { method: 'QUERY' }).method,
      "unknown": async () => new Request('https://a', { method: 'FOO' }),
      "connect": async () => new Request('https://a', { method: 'CONNECT' }),
      "a space": async () => new Request('https://a', { method: 'GET ' }),
      "empty": async () => new Request('https://a', { method: '' }),
      "null": async () => new Request('https://a', { method: null }),
      "undefined": async () => new Request('https://a', { method: undefined }).method,
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
