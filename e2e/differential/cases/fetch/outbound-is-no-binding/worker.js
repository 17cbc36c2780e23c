export default {
  async fetch(_request, env) {
    return Response.json(Object.keys(env));
  },
};
