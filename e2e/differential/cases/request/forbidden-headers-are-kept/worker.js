export default {
  async fetch() {
    const cases = {
      "headers": async () => [...new Request('https://a.example', { headers: { cookie: 'a', host: 'b', origin: 'c', 'set-cookie': 'd', connection: 'close', 'content-length': '5', date: 'e', 'sec-a': 'f', 'proxy-b': 'g', 'accept-encoding': 'br' } }).headers],
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
