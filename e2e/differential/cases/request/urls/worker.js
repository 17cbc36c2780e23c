export default {
  async fetch() {
    const cases = {
      "relative": async () => new Request('/path'),
      "empty": async () => new Request(''),
      "number": async () => new Request(5),
      "nothing": async () => new Request(),
      "url object": async () => new Request(new URL('https://A.example/x?y#z')).url,
      "stringifies": async () => new Request({ toString: () => 'https://a.example' }).url,
      "credentials": async () => new Request('https://u:p@a.example/').url,
      "trimmed": async () => new Request(' https://a.example\\x ').url,
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
