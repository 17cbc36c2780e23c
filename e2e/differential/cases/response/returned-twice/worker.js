const kept = new Response('kept');
export default {
  fetch: () => kept,
};
