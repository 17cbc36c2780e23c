import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const stream = storage.run('made', () => new WritableStream({
      start: () => seen('start'),
      write: (chunk) => seen(`write ${chunk}`),
      close: () => seen('close'),
    }));
    await storage.run('written', async () => {
      const writer = stream.getWriter();
      await writer.write('x');
      await writer.close();
      seen('after');
    });
    return new Response('done');
  },
};
