export default {
  async fetch() {
    const cases = {
      "string": async () => new Response('x').headers.get('content-type'),
      "search params": async () => new Response(new URLSearchParams('a=1')).headers.get('content-type'),
      "blob": async () => new Response(new Blob(['x'])).headers.get('content-type'),
      "blob with a type": async () => new Response(new Blob(['x'], { type: 'Text/Plain' })).headers.get('content-type'),
      "file": async () => new Response(new File(['x'], 'f', { type: 'a/b' })).headers.get('content-type'),
      "buffer": async () => new Response(new ArrayBuffer(1)).headers.get('content-type'),
      "view": async () => new Response(new DataView(new ArrayBuffer(1))).headers.get('content-type'),
      "stream": async () => new Response(new ReadableStream()).headers.get('content-type'),
      "object": async () => new Response({}).headers.get('content-type'),
      "number": async () => new Response(5).headers.get('content-type'),
      "function": async () => new Response(() => 5).headers.get('content-type'),
      "array": async () => new Response([1]).headers.get('content-type'),
      "generator": async () => new Response((async function* () {})()).headers.get('content-type'),
      "symbol": async () => new Response(Symbol('x')).headers.get('content-type'),
      "form": async () => new Response(new FormData()).headers.get('content-type').replace(/[0-9a-f]{32}/, 'boundary'),
      "own type": async () => new Response('x', { headers: { 'content-type': 'a/b' } }).headers.get('content-type'),
      "request": async () => new Request('https://a', { method: 'POST', body: new URLSearchParams() }).headers.get('content-type'),
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
