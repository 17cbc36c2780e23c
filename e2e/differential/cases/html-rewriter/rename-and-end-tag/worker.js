export default {
  async fetch() {
    const rewriter = new HTMLRewriter().on('p', {
      element(element) {
        element.tagName = 'section';
        element.onEndTag((end) => {
          end.before('!');
          end.after('<hr>', { html: true });
        });
      },
    });
    return rewriter.transform(new Response('<p>text</p>'));
  },
};
