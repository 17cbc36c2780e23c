import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const stream = storage.run('made', () => new TransformStream({
      start: () => seen('start'),
      transform(chunk, controller) {
        seen(`transform ${chunk}`);
        controller.enqueue(chunk);
      },
      flush: () => seen('flush'),
    }));
    await storage.run('used', async () => {
      const writer = stream.writable.getWriter();
      const reader = stream.readable.getReader();
      void writer.write('x');
      seen((await reader.read()).value);
      void writer.close();
      await reader.read();
    });
    return new Response('done');
  },
};
