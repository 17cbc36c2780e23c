export default {
  fetch: () => new Response('other', { status: 202 }),
};
