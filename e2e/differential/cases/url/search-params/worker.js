export default {
  async fetch() {
    const cases = {
      "text": async () => [...new URLSearchParams('?a=1&a=2&b=%20+')],
      "pairs": async () => String(new URLSearchParams([['a', 'b']])),
      "record": async () => String(new URLSearchParams({ a: 1, b: 'x y' })),
      "null": async () => String(new URLSearchParams(null)),
      "one element": async () => new URLSearchParams([['a']]),
      "size": async () => new URLSearchParams('a=1&a=2').size,
      "has": async () => [new URLSearchParams('a=1').has('a', '2'), new URLSearchParams('a=1').has('a', '1')],
      "sorted": async () => (() => { const p = new URLSearchParams('b=1&a=2&b=0'); p.sort(); p.delete('b', '0'); return String(p); })(),
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
