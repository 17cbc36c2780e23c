export default {
  async fetch() {
    const rewriter = new HTMLRewriter()
      .on('a[href]', {
        element(element) {
          element.setAttribute('href', element.getAttribute('href').replace('http:', 'https:'));
          element.setAttribute('rel', 'nofollow');
        },
      })
      .on('p.old', { element: (element) => void element.remove() })
      .on('b', { element: (element) => void element.removeAndKeepContent() })
      .on('h1', {
        element(element) {
          element.before('<i>before</i>', { html: true }).after('<after>');
          element.prepend('first ').append(' last');
        },
      })
      .on('div', { element: (element) => void element.setInnerContent('<em>new</em>', { html: true }) });
    const html = '<h1>Title</h1><a href="http://x.example">x</a><p class=old>gone</p><b>bold</b><div>old</div>';
    return rewriter.transform(new Response(html, { headers: { 'content-type': 'text/html' } }));
  },
};
