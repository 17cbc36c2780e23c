export default {
  fetch: ({ headers }) => Response.json([...headers]),
};
