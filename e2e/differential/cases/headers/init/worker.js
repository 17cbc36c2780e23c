export default {
  async fetch() {
    const cases = {
      "pairs": async () => [...new Headers([['a', 'b'], ['A', 'c']])],
      "record": async () => [...new Headers({ b: 1, a: undefined })],
      "map": async () => [...new Headers(new Map([['a', 'b']]))],
      "set of two": async () => [...new Headers([new Set(['a', 'b'])])],
      "null": async () => new Headers(null),
      "number": async () => new Headers(5),
      "string": async () => new Headers('abc'),
      "one element": async () => new Headers([['a']]),
      "three elements": async () => new Headers([['a', 'b', 'c']]),
      "no pair": async () => new Headers([5]),
      "a getter that throws": async () => new Headers({ get a() { throw new RangeError('no'); } }),
      "a symbol": async () => new Headers({ a: Symbol('b') }),
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
