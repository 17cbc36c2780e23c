export const own = { fetch: () => new Response('own') };
export default {
  async fetch() {
    const { back } = await import('./lazy.js');
    return new Response(await back().fetch().text());
  },
};
