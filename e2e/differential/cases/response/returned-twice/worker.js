let kept;
export default {
  fetch: () => (kept ??= new Response('kept')),
};
