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
      kept = request;
      return new Response('kept');
    }
    return Response.json([kept.url, kept.headers.get('x'), kept.bodyUsed, await attempt(() => kept.text()), await attempt(() => kept.clone())]);
  },
};
