export default {
  async fetch() {
    const cases = {
      "invalid utf8": async () => new Response(new Uint8Array([255, 65])).text(),
      "bom": async () => new Response('\uFEFFx').text().then(({ length }) => length),
      "null text": async () => new Response(null).text(),
      "null bytes": async () => new Response(null).bytes().then(({ length }) => length),
      "bytes": async () => new Response('é').bytes().then((bytes) => [...bytes]),
      "buffer": async () => new Response('é').arrayBuffer().then((buffer) => [buffer.constructor.name, buffer.byteLength]),
      "copied": async () => (() => { const bytes = new Uint8Array([65]); const r = new Response(bytes); bytes[0] = 66; return r.text(); })(),
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
