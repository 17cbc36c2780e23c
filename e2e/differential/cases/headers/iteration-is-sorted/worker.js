export default {
  async fetch() {
    const cases = {
      "entries": async () => [...new Headers([['B', '1'], ['a', '2'], ['b', '3']])],
      "keys": async () => [...new Headers({ b: 1, a: 2 }).keys()],
      "values": async () => [...new Headers({ b: 1, a: 2 }).values()],
      "for each": async () => (() => { const seen = []; new Headers({ b: 1, a: 2 }).forEach(function (value, name) { seen.push(value, name, this.self); }, { self: 'me' }); return seen; })(),
      "changed while iterated": async () => (() => { const headers = new Headers({ a: 1, b: 2 }); const seen = []; for (const [name] of headers) { seen.push(name); headers.delete('b'); headers.set('c', 3); } return seen; })(),
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
