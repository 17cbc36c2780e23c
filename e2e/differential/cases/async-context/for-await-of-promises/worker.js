import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await storage.run('loop', async () => {
      for await (const value of [1, storage.run('inner', async () => 2)]) seen(value);
      seen('after');
    });
    return new Response('done');
  },
};
