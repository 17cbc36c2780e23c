let first;
export default {
  fetch(_request, env) {
    first ??= env;
    return new Response(String(first === env));
  },
};
