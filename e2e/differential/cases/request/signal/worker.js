export default {
  async fetch(request) {
    const cases = {
      "given": async () => (() => { const c = new AbortController(); const r = new Request('https://a', { signal: c.signal }); c.abort('why'); return [r.signal === c.signal, r.signal.aborted, r.signal.reason, r.clone().signal.aborted, new Request(r).signal.reason]; })(),
      "default": async () => String(new Request('https://a').signal),
      "null": async () => new Request('https://a', { signal: null }).signal.aborted,
      "incoming": async () => [String(request.signal), request.signal.aborted],
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
