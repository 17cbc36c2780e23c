export default {
  async fetch() {
    const cases = {
      "read": async () => ['status', 'statusText', 'ok', 'type', 'url', 'redirected', 'cf', 'webSocket', 'body', 'bodyUsed', 'trailer'].map((name) => String(new Response('x')[name])),
      "no body": async () => [new Response().body, new Response(null).body, new Response(undefined).body],
      "cf": async () => new Response('', { cf: { a: 1 } }).cf,
      "same body": async () => (() => { const r = new Response('x'); return r.body === r.body; })(),
      "same stream": async () => (() => { const s = new ReadableStream(); return [new Response(s).body === s, s.locked]; })(),
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
