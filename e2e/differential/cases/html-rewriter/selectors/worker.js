export default {
  async fetch() {
    const seen = [];
    const rewriter = new HTMLRewriter();
    for (const selector of ['ul > li', 'li:first-child', 'li:nth-child(2)', '[data-a^="x"]', 'li:not(.b)', 'ul li']) {
      rewriter.on(selector, { element: (element) => void seen.push([selector, element.getAttribute('id')]) });
    }
    await rewriter.transform(new Response('<ul><li id=1 class=b data-a=xy></li><li id=2></li></ul>')).text();
    return Response.json(seen);
  },
};
