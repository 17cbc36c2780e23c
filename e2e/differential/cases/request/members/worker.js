export default {
  async fetch() {
    const cases = {
      "prototype": async () => Object.getOwnPropertyNames(Request.prototype),
      "static": async () => Object.getOwnPropertyNames(Request),
      "instance": async () => Object.getOwnPropertyNames(new Request('https://a')),
      "enumerable": async () => (() => { const names = []; for (const name in new Request('https://a')) names.push(name); return names; })(),
      "assigned": async () => (() => { new Request('https://a').method = 'PUT'; })(),
      "wrong this": async () => Request.prototype.method,
      "without new": async () => Request('https://a'),
      "subclass": async () => new (class Mine extends Request { path() { return new URL(this.url).pathname; } })('https://a/b').path(),
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
