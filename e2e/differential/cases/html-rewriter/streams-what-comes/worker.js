export default {
  async fetch() {
    const source = new ReadableStream({
      async start(controller) {
        for (const part of ['<ul><li>a</', 'li><li', '>b</li></ul>']) {
          controller.enqueue(new TextEncoder().encode(part));
          await scheduler.wait(1);
        }
        controller.close();
      },
    });
    let count = 0;
    const rewriter = new HTMLRewriter().on('li', {
      element(element) {
        count += 1;
        element.setAttribute('n', String(count));
      },
    });
    return rewriter.transform(new Response(source));
  },
};
