export default {
  async fetch() {
    const cases = {
      "prototype": async () => Object.getOwnPropertyNames(Response.prototype),
      "static": async () => Object.getOwnPropertyNames(Response),
      "enumerable": async () => (() => { const names = []; for (const name in new Response('')) names.push(name); return names; })(),
      "assigned": async () => (() => { new Response('').status = 5; })(),
      "without new": async () => Response(),
      "borrowed": async () => Response.prototype.text.call(new Request('https://a', { method: 'POST', body: 'q' })),
      "tag": async () => String(new Response()),
      "json": async () => JSON.stringify(new Response('x')),
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
