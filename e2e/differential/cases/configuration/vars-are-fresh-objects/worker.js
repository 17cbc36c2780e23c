export default {
  fetch(_request, env) {
    return Response.json((env.OBJECT.count += 1, env.OBJECT));
  },
};
