export default {
  async fetch() {
    const cases = {
      "clone": async () => (() => { const r = new Request('https://a', { method: 'POST', body: 'x', headers: { cookie: 'q' }, redirect: 'manual' }); const c = r.clone(); return Promise.all([r.text(), c.text(), [...c.headers], c.redirect, c.method, c.url]); })(),
      "used": async () => (async () => { const r = new Request('https://a', { method: 'POST', body: 'x' }); await r.text(); return r.clone(); })(),
      "locked": async () => (() => { const r = new Request('https://a', { method: 'POST', body: 'x' }); r.body.getReader(); return r.clone(); })(),
      "body moves on": async () => (() => { const r = new Request('https://a', { method: 'POST', body: 'x' }); const { body } = r; r.clone(); return [body === r.body, body.locked, r.body.locked]; })(),
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
