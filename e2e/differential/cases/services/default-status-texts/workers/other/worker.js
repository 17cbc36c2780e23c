export default {
  fetch({ url }) {
    const path = new URL(url).pathname.slice(1);
    return new Response(null, path === 'own' ? { statusText: 'Mine' } : { status: Number(path) });
  },
};
