export default {
  fetch(_request, env) {
    return Response.json(env);
  },
};
