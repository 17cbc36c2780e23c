export default {
  async fetch() {
    const cases = {
      "relative": async () => new URL('x'),
      "base": async () => new URL('x', 'y'),
      "null base": async () => new URL('https://a', null),
      "nothing": async () => new URL(),
      "href": async () => (() => { new URL('https://a').href = 'x'; })(),
      "can parse": async () => [URL.canParse('x'), URL.canParse('x', 'https://a')],
      "parse": async () => [URL.parse('x'), URL.parse('https://a/b').href],
      "without new": async () => URL('https://a'),
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
