let kept;
const attempt = async (work) => {
  try {
    return await work();
  } catch ({ name, message }) {
    return `${name}: ${message}`;
  }
};
export default {
  async fetch(request) {
    if (request.method === 'POST') {
      kept = new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65])); c.close(); } }));
      return new Response('kept');
    }
    return Response.json([await attempt(() => kept.text())]);
  },
};
