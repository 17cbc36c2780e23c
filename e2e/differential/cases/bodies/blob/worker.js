export default {
  async fetch() {
    const cases = {
      "of text": async () => new Response('x').blob().then(({ size, constructor }) => [size, constructor.name]),
      "of null": async () => new Response(null).blob().then(({ size, type }) => [size, type]),
      "of bytes": async () => new Response(new Uint8Array(2)).blob().then(({ size, type }) => [size, type]),
      "of a blob": async () => new Response(new Blob(['x'], { type: 'A/b' })).blob().then(({ size, type }) => [size, type]),
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
