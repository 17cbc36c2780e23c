export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/reject') Promise.reject(new TypeError('nobody cares'));
    return new Response(pathname);
  },
};
