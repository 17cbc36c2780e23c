
const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch(request, env, ctx) {
    return Response.json([await seen(() => ctx.waitUntil())]);
  },
};
