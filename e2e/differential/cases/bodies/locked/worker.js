export default {
  async fetch() {
    const cases = {
      "text": async () => (() => { const r = new Response('x'); r.body.getReader(); return r.text(); })(),
      "released": async () => (() => { const r = new Response('x'); r.body.getReader().releaseLock(); return r.text(); })(),
      "read and released": async () => (async () => { const r = new Response('xyz'); const reader = r.body.getReader(); await reader.read(); reader.releaseLock(); return [r.bodyUsed, await r.text()]; })(),
      "locked stream as a body": async () => (() => { const s = new ReadableStream(); s.getReader(); return new Response(s); })(),
      "read stream as a body": async () => (async () => { const s = new ReadableStream({ start(c) { c.enqueue(new Uint8Array(1)); } }); const reader = s.getReader(); await reader.read(); reader.releaseLock(); return new Response(s); })(),
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
