export default {
  async fetch() {
    const rewriter = new HTMLRewriter().on('div', {
      comments(comment) {
        if (comment.text === ' gone ') comment.remove();
        else comment.text = 'new';
      },
    });
    return rewriter.transform(new Response('<div><!-- gone --><!--old--></div><!--outside-->'));
  },
};
