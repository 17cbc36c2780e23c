import { AsyncLocalStorage } from 'node:async_hooks';
const storage = new AsyncLocalStorage();
export default {
  async fetch() {
    const seen = [];
    const rewriter = new HTMLRewriter().on('p', {
      async element() {
        seen.push(storage.getStore());
        await null;
        seen.push(storage.getStore());
      },
    });
    const response = storage.run('here', () => rewriter.transform(new Response('<p>x</p>')));
    await response.text();
    return Response.json(seen);
  },
};
