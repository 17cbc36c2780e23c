export default {
  async fetch() {
    class Handler {
      seen = [];
      element({ tagName }) {
        this.seen.push(tagName);
      }
    }
    const handler = new Handler();
    await new HTMLRewriter().on('p', handler).transform(new Response('<p><p>')).text();
    return Response.json(handler.seen);
  },
};
