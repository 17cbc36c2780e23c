export default {
  async fetch() {
    const cases = {
      "text": async () => (async () => { const r = new Response('x'); await r.text(); return r.text(); })(),
      "json": async () => (async () => { const r = new Response('{}'); await r.json(); return r.json(); })(),
      "empty": async () => (async () => { const r = new Response(''); await r.text(); return r.text(); })(),
      "null": async () => (async () => { const r = new Response(null); await r.text(); return [r.bodyUsed, await r.text()]; })(),
      "used at once": async () => (async () => { const r = new Response('x'); const text = r.text(); return [r.bodyUsed, r.body.locked, await text]; })(),
      "canceled": async () => (async () => { const r = new Response('x'); await r.body.cancel(); return [r.bodyUsed, await r.text()]; })(),
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
