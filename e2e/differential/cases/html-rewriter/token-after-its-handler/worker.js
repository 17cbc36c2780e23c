export default {
  async fetch() {
    let kept;
    const rewriter = new HTMLRewriter().on('p', { element: (element) => void (kept = element) });
    await rewriter.transform(new Response('<p>x</p>')).text();
    const seen = (work) => {
      try {
        return String(work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([seen(() => kept.tagName), seen(() => kept.remove())]);
  },
};
