export default {
  async fetch() {
    const rewriter = new HTMLRewriter().on('p', {
      element() {
        throw new RangeError('in a handler');
      },
    });
    const { body } = rewriter.transform(new Response('<p>x</p>'));
    const error = await body
      .getReader()
      .read()
      .catch((error) => error);
    return Response.json([error.name, error.message, error instanceof RangeError]);
  },
};
