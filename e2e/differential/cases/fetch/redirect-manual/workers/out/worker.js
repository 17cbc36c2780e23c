export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/end') return Response.json([request.method, await request.text(), [...request.headers]]);
    return new Response('moved', { status: Number(pathname.slice(1)), headers: { Location: '/end' } });
  },
};
