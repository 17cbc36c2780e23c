export default {
  async fetch() {
    const cases = {
      "read": async () => ['mode', 'credentials', 'referrer', 'referrerPolicy', 'destination', 'duplex', 'priority', 'isHistoryNavigation'].map((name) => String(new Request('https://a', { mode: 'x', credentials: 'x', referrer: 'x', priority: 'x', window: 5 })[name])),
      "keepalive": async () => new Request('https://a', { keepalive: true }).keepalive,
      "integrity": async () => new Request('https://a').integrity,
      "integrity that is set": async () => new Request('https://a', { integrity: 'sha256-x' }),
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
