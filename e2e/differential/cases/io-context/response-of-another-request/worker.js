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
      kept = [new Response('x'), new Request('https://a', { method: 'POST', body: 'y' })];
      return new Response('kept');
    }
    return Response.json([await attempt(() => kept[0].text()), await attempt(() => kept[1].text())]);
  },
};
