export default {
  fetch(_request, env) {
    const before = env.COUNT;
    env.COUNT = `${before}!`;
    return new Response(before);
  },
};
