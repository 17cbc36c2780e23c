import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const stream = storage.run('made', () => new ReadableStream({
      pull(controller) {
        seen('pull');
        controller.enqueue(new TextEncoder().encode('body'));
        controller.close();
      },
    }, { highWaterMark: 0 }));
    return storage.run('returned', () => new Response(stream));
  },
};
