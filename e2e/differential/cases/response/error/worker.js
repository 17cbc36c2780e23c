export default {
  async fetch() {
    const cases = {
      "read": async () => (() => { const r = Response.error(); return [r.status, r.type, r.ok, r.statusText, r.body, [...r.headers]]; })(),
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
