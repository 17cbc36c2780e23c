export default {
  async fetch() {
    const cases = {
      "open": async () => new Response('{').json(),
      "empty": async () => new Response('').json(),
      "null": async () => new Response(null).json(),
      "bom": async () => new Response('\uFEFF{"a":1}').json(),
      "html": async () => new Response('<!doctype html>').json(),
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
