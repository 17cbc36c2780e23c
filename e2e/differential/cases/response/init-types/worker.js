export default {
  async fetch() {
    const cases = {
      "number": async () => new Response('', 5),
      "string": async () => new Response('', 'x'),
      "null": async () => new Response('', null).status,
      "headers null": async () => new Response('', { headers: null }),
      "headers string": async () => new Response('', { headers: 'x' }),
      "cf number": async () => new Response('', { cf: 5 }),
      "web socket": async () => new Response(null, { status: 101, webSocket: {} }),
      "encode body": async () => new Response('', { encodeBody: 'x' }),
      "manual": async () => new Response('', { encodeBody: 'manual' }).status,
      "getter that throws": async () => new Response('', { get status() { throw new SyntaxError('no'); } }),
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
