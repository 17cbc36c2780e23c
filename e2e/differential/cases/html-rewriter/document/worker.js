export default {
  async fetch() {
    const seen = [];
    const rewriter = new HTMLRewriter().onDocument({
      doctype: ({ name, publicId, systemId }) => void seen.push(['doctype', name, publicId, systemId]),
      comments: (comment) => void seen.push(['comment', comment.text]),
      text: (text) => void seen.push(['text', text.text]),
      end: (end) => void end.append('<!--end-->', { html: true }),
    });
    const html = await rewriter.transform(new Response('<!DOCTYPE html><!--c-->text')).text();
    return Response.json([html, seen]);
  },
};
