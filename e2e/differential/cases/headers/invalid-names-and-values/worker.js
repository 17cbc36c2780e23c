export default {
  async fetch() {
    const cases = {
      "name with a space": async () => new Headers({ 'a b': 'c' }),
      "value with a newline": async () => new Headers({ a: 'b\nc' }),
      "value with a null": async () => new Headers().set('a', 'b\0c'),
      "get": async () => new Headers().get('a b'),
      "has": async () => new Headers().has('a b'),
      "delete": async () => new Headers().delete('a b'),
      "space around": async () => new Headers({ a: ' b\r\n' }).get('a'),
      "empty": async () => new Headers({ a: '' }).get('a'),
      "not latin": async () => new Headers({ a: '€' }).get('a'),
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
