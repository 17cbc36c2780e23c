export default {
  async fetch(request) {
    const cases = {
      "default": async () => String(new Request('https://a').cf),
      "given": async () => new Request('https://a', { cf: { a: 1 } }).cf,
      "is json": async () => new Request('https://a', { cf: { a: undefined, b: new Date(0), c() {} } }).cf,
      "same each time": async () => (() => { const r = new Request('https://a', { cf: {} }); return r.cf === r.cf; })(),
      "copied": async () => new Request(new Request('https://a', { cf: { a: 1 } })).cf,
      "replaced": async () => new Request(new Request('https://a', { cf: { a: 1 } }), { cf: { b: 2 } }).cf,
      "cloned": async () => (() => { const r = new Request('https://a', { cf: { a: 1 } }); return [r.clone().cf, r.clone().cf === r.cf]; })(),
      "incoming": async () => String(request.cf),
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
