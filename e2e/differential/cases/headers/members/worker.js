export default {
  async fetch() {
    const cases = {
      "prototype": async () => Object.getOwnPropertyNames(Headers.prototype),
      "static": async () => Object.getOwnPropertyNames(Headers),
      "instance": async () => Object.getOwnPropertyNames(new Headers()),
      "tag": async () => String(new Headers()),
      "json": async () => JSON.stringify(new Headers({ a: 'b' })),
      "lengths": async () => [Headers.name, Headers.length, Headers.prototype.append.length],
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
