export default {
  async fetch() {
    const seen = [];
    const rewriter = new HTMLRewriter().on('p', {
      text(text) {
        seen.push([text.text, text.lastInTextNode, text.removed]);
        if (text.text === 'hello') text.replace('<b>bye</b>', { html: true });
      },
    });
    const html = await rewriter.transform(new Response('<p>hello</p><div>rest</div>')).text();
    return Response.json([html, seen]);
  },
};
