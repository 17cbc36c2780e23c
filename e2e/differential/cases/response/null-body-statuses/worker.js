export default {
  async fetch() {
    const cases = {
      "x204": async () => new Response('x', { status: 204 }),
      "x204 empty": async () => new Response('', { status: 204 }).body,
      "x205 empty blob": async () => new Response(new Blob([]), { status: 205 }).status,
      "x304 bytes": async () => new Response(new Uint8Array(1), { status: 304 }),
      "x304 no bytes": async () => new Response(new Uint8Array(), { status: 304 }).status,
      "stream": async () => new Response(new ReadableStream(), { status: 204 }),
      "null": async () => new Response(null, { status: 204 }).status,
      "json": async () => Response.json({}, { status: 204 }),
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
