export default {
  async fetch() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return Response.json([
      crypto.getRandomValues(new Uint8Array(2)).length,
      await new Response('x').text(),
    ]);
  },
};
