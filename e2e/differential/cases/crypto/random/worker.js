export default {
  async fetch() {
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const array = new Uint32Array(2);
    return Response.json([
      crypto.getRandomValues(array) === array,
      seen(() => crypto.getRandomValues(new Float32Array(1))),
      seen(() => crypto.getRandomValues(new Uint8Array(65537))),
      seen(() => crypto.getRandomValues()),
      seen(() => crypto.getRandomValues({})),
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(crypto.randomUUID()),
      crypto.randomUUID() === crypto.randomUUID(),
      crypto instanceof Crypto,
      String(crypto),
      String(crypto.subtle),
    ]);
  },
};
