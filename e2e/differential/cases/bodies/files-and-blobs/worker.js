export default {
  async fetch() {
    const cases = {
      "parts": async () => new Blob(['a', 5, {}, null, new Uint8Array([65]), new Blob(['z'])]).text(),
      "slice": async () => (() => { const { size, type } = new Blob(['abc']).slice(-2, -1, 'X/Y'); return [size, type]; })(),
      "type": async () => [new Blob([], { type: 'A/B' }).type, new Blob([], { type: 'é' }).type],
      "file": async () => (() => { const { name, type, size, lastModified } = new File(['x'], 'n', { type: 'A/B', lastModified: 5 }); return [name, type, size, lastModified]; })(),
      "bytes": async () => new Blob(['abc']).bytes().then((bytes) => [...bytes]),
      "stream": async () => new Response(new Blob(['abc']).stream()).text(),
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
