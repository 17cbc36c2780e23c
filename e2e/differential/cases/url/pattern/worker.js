export default {
  async fetch() {
    const cases = {
      "groups": async () => new URLPattern({ pathname: '/a/:b' }).exec('https://x/a/c').pathname.groups,
      "base": async () => new URLPattern('/a', 'https://x').test('https://x/a'),
      "regexp": async () => new URLPattern({ pathname: '/:a(\\d+)' }).test({ pathname: '/x' }),
      "relative": async () => new URLPattern('/a'),
      "invalid": async () => new URLPattern({ pathname: '/(' }),
      "parts": async () => (() => { const p = new URLPattern('https://*.a.example/b/*'); return [p.protocol, p.hostname, p.pathname, p.search, p.hasRegExpGroups]; })(),
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
