export default {
  async fetch() {
    const cases = {
      "get": async () => new Headers([['set-cookie', 'a'], ['Set-Cookie', 'b']]).get('set-cookie'),
      "getAll": async () => new Headers([['set-cookie', 'a'], ['Set-Cookie', 'b']]).getAll('Set-Cookie'),
      "getSetCookie": async () => new Headers([['set-cookie', 'a'], ['Set-Cookie', 'b']]).getSetCookie(),
      "entries": async () => [...new Headers([['set-cookie', 'a'], ['x', 'y'], ['Set-Cookie', 'b']])],
      "copied": async () => new Headers(new Headers([['set-cookie', 'a'], ['Set-Cookie', 'b']])).getSetCookie(),
      "getAll of another": async () => new Headers({ a: 'b' }).getAll('a'),
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
