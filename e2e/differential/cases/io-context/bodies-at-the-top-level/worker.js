const attempt = async (name, work) => {
  try {
    await work();
    console.log(name, 'allowed');
  } catch ({ message }) {
    console.log(name, message);
  }
};
await attempt("make", () => new Response('x'));
await attempt("text", () => new Response('x').text());
await attempt("json", () => Response.json({}).json());
await attempt("null body", () => new Response(null).text());
await attempt("clone", () => new Response('x').clone());
await attempt("stream", () => new Response(new ReadableStream({ start: (c) => c.close() })).text());
await attempt("request", () => new Request('https://a', { method: 'POST', body: 'x' }).text());
await attempt("form", () => new Response(new FormData()));
await attempt("blob", () => new Blob(['x']).text());
await attempt("blob stream", () => new Blob(['x']).stream());

export default {
  fetch: () => new Response('started'),
};
