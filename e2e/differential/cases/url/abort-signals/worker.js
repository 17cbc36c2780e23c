export default {
  async fetch() {
    const cases = {
      "default reason": async () => (() => { const c = new AbortController(); c.abort(); const { name, message, constructor } = c.signal.reason; return [name, message, constructor.name]; })(),
      "own reason": async () => (() => { const c = new AbortController(); c.abort('why'); c.abort('again'); return c.signal.reason; })(),
      "aborted": async () => (() => { AbortSignal.abort().throwIfAborted(); })(),
      "any": async () => AbortSignal.any([new AbortController().signal, AbortSignal.abort('z')]).reason,
      "timeout": async () => (async () => { const signal = AbortSignal.timeout(1); await new Promise((resolve) => signal.addEventListener('abort', resolve)); return [signal.reason.name, signal.reason.message]; })(),
      "listeners": async () => (() => { let calls = 0; const c = new AbortController(); c.signal.onabort = () => calls++; c.signal.addEventListener('abort', () => calls++); c.abort(); c.abort(); return calls; })(),
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
