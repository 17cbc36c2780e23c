export default {
  async fetch() {
    const cases = {
      "clone": async () => (async () => { const a = new Response('x', { status: 201, statusText: 'T', headers: { q: 'r' }, cf: { z: 1 } }); const b = a.clone(); return [await a.text(), await b.text(), b.status, b.statusText, [...b.headers], b.cf]; })(),
      "used": async () => (async () => { const a = new Response('x'); await a.text(); return a.clone(); })(),
      "locked": async () => (async () => { const a = new Response('x'); a.body.getReader(); return a.clone(); })(),
      "null body": async () => (async () => { const a = new Response(null); await a.text(); return [a.bodyUsed, a.clone().body]; })(),
      "subclass": async () => new (class Mine extends Response {})('x').clone().constructor.name,
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
