let counter = 0;
export default {
  fetch: () => new Response(String(++counter)),
};
