export default {
  async fetch() {
    const cases = {
      "moves the body": async () => (async () => { const a = new Request('https://a', { method: 'POST', body: 'x' }); const b = new Request(a); return [a.bodyUsed, b.bodyUsed, await b.text()]; })(),
      "with another body": async () => (async () => { const a = new Request('https://a', { method: 'POST', body: 'x' }); const b = new Request(a, { body: 'y' }); return [a.bodyUsed, await b.text(), await a.text()]; })(),
      "of a used one": async () => (async () => { const a = new Request('https://a', { method: 'POST', body: 'x' }); await a.text(); return new Request(a); })(),
      "of a locked one": async () => (async () => { const a = new Request('https://a', { method: 'POST', body: 'x' }); a.body.getReader(); return new Request(a); })(),
      "of a used one with another body": async () => (async () => { const a = new Request('https://a', { method: 'POST', body: 'x' }); await a.text(); return new Request(a, { body: 'z' }).text(); })(),
      "other headers": async () => [...new Request(new Request('https://a', { headers: { a: 'b' } }), { headers: { c: 'd' } }).headers],
      "as init": async () => (async () => { const r = new Request('https://b', new Request('https://a', { method: 'PUT', body: 'x', headers: { c: 'd' } })); return [r.url, r.method, [...r.headers], await r.text()]; })(),
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
