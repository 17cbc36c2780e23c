export default {
  async fetch() {
    const cases = {
      "object": async () => new Response({}).text(),
      "number": async () => new Response(5).text(),
      "date": async () => new Response(new Date(0)).text(),
      "url": async () => new Response(new URL('https://a.example')).text(),
      "boxed string": async () => new Response(new String('x')).text(),
      "search params": async () => new Response(new URLSearchParams({ a: 'b c', é: '€' })).text(),
      "bytes": async () => new Response(new Uint8Array([65, 66, 67]).subarray(1)).text(),
      "blob": async () => new Response(new Blob(['é'])).text(),
      "array of strings": async () => new Response(['a']).text(),
      "map": async () => new Response(new Map([['a', 1]])).text(),
      "generator of bytes": async () => new Response((async function* () { yield new Uint8Array([65]); yield new Uint8Array([66]); })()).text(),
      "generator of strings": async () => new Response((async function* () { yield 'a'; })()).text(),
      "generator that throws": async () => new Response((async function* () { throw new RangeError('gen'); })()).text(),
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
