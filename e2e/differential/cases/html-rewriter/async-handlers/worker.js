export default {
  async fetch() {
    const rewriter = new HTMLRewriter().on('p', {
      async element(element) {
        await scheduler.wait(5);
        element.setAttribute('class', 'late');
      },
      async text(text) {
        await null;
        if (text.text) text.replace(text.text.toUpperCase());
      },
    });
    return rewriter.transform(new Response('<p>one</p><p>two</p>'));
  },
};
