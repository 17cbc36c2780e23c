export default {
  fetch({ url, method }) {
    const { pathname, search } = new URL(url);
    if (pathname !== '/go') return new Response(`${method} ${pathname}`);
    return new Response(null, { status: Number(search.slice(1)), headers: { Location: '/there' } });
  },
};
