export default {
  fetch: () => new Response('from code/start.js'),
};
