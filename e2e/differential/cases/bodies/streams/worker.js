export default {
  async fetch() {
    const cases = {
      "strings": async () => new Response(new ReadableStream({ start(c) { c.enqueue('x'); c.close(); } })).text(),
      "numbers": async () => new Response(new ReadableStream({ start(c) { c.enqueue(5); c.close(); } })).text(),
      "errors": async () => new Response(new ReadableStream({ start(c) { c.error(new RangeError('no')); } })).text(),
      "buffers and views": async () => new Response(new ReadableStream({ start(c) { c.enqueue(new ArrayBuffer(2)); c.enqueue(new DataView(new ArrayBuffer(1))); c.close(); } })).bytes().then(({ length }) => length),
      "pieces": async () => (async () => { const sizes = []; for await (const piece of new Response('x'.repeat(10000)).body) sizes.push(piece.length); return sizes; })(),
      "byob": async () => new Response('xyz').body.getReader({ mode: 'byob' }).read(new Uint8Array(2)).then(({ value, done }) => [[...value], done]),
      "tee": async () => Promise.all(new Response('ab').body.tee().map((body) => new Response(body).text())),
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
