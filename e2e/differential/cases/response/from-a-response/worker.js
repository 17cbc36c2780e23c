export default {
  async fetch() {
    const cases = {
      "status, text and headers": async () => (() => { const r = new Response('x', new Response('y', { status: 201, statusText: 'Q', headers: { a: 'b' } })); return [r.status, r.statusText, [...r.headers]]; })(),
      "as a body": async () => new Response(new Response('x')).text(),
      "its body": async () => new Response(new Response('x').body).text(),
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
