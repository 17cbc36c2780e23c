export default {
  fetch: ({ body }) => new Response(body),
};
