export default {
  async fetch() {
    const cases = {
      "get": async () => new Request('https://a', { body: 'x' }),
      "head": async () => new Request('https://a', { method: 'HEAD', body: '' }),
      "null": async () => new Request('https://a', { body: null }).body,
      "delete": async () => new Request('https://a', { method: 'DELETE', body: 'x' }).text(),
      "turned into get": async () => new Request(new Request('https://a', { method: 'POST', body: 'x' }), { method: 'GET' }),
      "stream without duplex": async () => new Request('https://a', { method: 'POST', body: new ReadableStream() }).method,
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
