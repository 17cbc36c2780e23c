export default {
  async fetch() {
    const seen = [];
    const rewriter = new HTMLRewriter().on('*', {
      element(element) {
        const { tagName, namespaceURI, removed } = element;
        seen.push([tagName, namespaceURI, removed, [...element.attributes], element.hasAttribute('id'), element.getAttribute('none')]);
      },
    });
    await rewriter.transform(new Response('<p id="a" Class=b>x</p><svg><path/></svg>')).text();
    return Response.json(seen);
  },
};
