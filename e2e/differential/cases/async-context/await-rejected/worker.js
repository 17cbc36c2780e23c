import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await storage.run('a', async () => {
      try {
        await storage.run('b', async () => {
          await pause();
          throw new Error('why');
        });
      } catch ({ message }) {
        seen(`catch ${message}`);
      } finally {
        seen('finally');
      }
      seen('after');
    });
    return new Response('done');
  },
};
