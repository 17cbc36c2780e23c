module.exports = {
  default: {
    fetch: () => new Response('from CommonJS'),
  },
};
