export default {
  async fetch() {
    const seen = (work) => {
      try {
        return String(work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      seen(() => new HTMLRewriter()),
      seen(() => new HTMLRewriter().on('p')),
      seen(() => new HTMLRewriter().onDocument()),
      seen(() => new HTMLRewriter().transform()),
      seen(() => new HTMLRewriter().transform('<p>')),
    ]);
  },
};
