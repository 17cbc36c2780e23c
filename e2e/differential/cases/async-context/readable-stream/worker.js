import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const stream = storage.run('made', () => new ReadableStream({
      start: () => seen('start'),
      pull(controller) {
        seen('pull');
        controller.enqueue('x');
        controller.close();
      },
    }, { highWaterMark: 0 }));
    await pause();
    await storage.run('read', async () => {
      for await (const chunk of stream) seen(chunk);
      seen('after');
    });
    const left = storage.run('made', () => new ReadableStream({ cancel: () => seen('cancel') }));
    await storage.run('cancelled', () => left.cancel());
    return new Response('done');
  },
};
