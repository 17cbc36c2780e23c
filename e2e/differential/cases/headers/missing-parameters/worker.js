export default {
  async fetch() {
    const cases = {
      "append": async () => new Headers().append('a'),
      "append nothing": async () => new Headers().append(),
      "get": async () => new Headers().get(),
      "set": async () => new Headers().set('a'),
      "for each": async () => new Headers().forEach(),
      "for each a number": async () => new Headers().forEach(5),
      "without new": async () => Headers(),
      "wrong this": async () => Headers.prototype.get.call({}, 'a'),
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
