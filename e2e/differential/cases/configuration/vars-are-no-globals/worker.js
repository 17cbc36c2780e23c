export default {
  fetch: () => new Response(typeof globalThis.TEXT),
};
