const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch(request, env) {
    const cfOf = async (...values) => (await env.OTHER.fetch(...values)).json();
    const url = 'https://other.example/';
    return Response.json([
      await seen(() => cfOf(url)),
      await seen(() => cfOf(url, { cf: { a: 1, nested: { list: [2] } } })),
      await seen(() => cfOf(new Request(url, { cf: { a: 1 } }))),
      await seen(() => cfOf(new Request(url, { cf: { a: 1 } }), { cf: { z: 2 } })),
      await seen(() => cfOf(request)),
      await seen(() => cfOf(url, { cf: { call: () => {}, date: new Date(0), nothing: undefined, none: null } })),
      await seen(() => cfOf(url, { cf: {} })),
      await seen(() => cfOf(url, { cf: 5 })),
      await seen(() => cfOf(url, { cf: { big: 1n } })),
    ]);
  },
};
