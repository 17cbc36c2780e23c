export default {
  async fetch() {
    const cases = {
      "x199": async () => new Response('', { status: 199 }),
      "x600": async () => new Response('', { status: 600 }),
      "x0": async () => new Response('', { status: 0 }),
      "x101": async () => new Response(null, { status: 101 }),
      "text": async () => new Response('', { status: '201' }).status,
      "fraction": async () => new Response('', { status: 200.7 }).status,
      "no number": async () => new Response('', { status: 'x' }),
      "null": async () => new Response('', { status: null }),
      "huge": async () => new Response('', { status: 1e10 }),
      "ok": async () => [200, 299, 300, 404].map((status) => new Response('', { status }).ok),
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
