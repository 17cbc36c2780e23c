module.exports = {
  fetch: () => new Response('from CommonJS'),
};
