import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* values() {
      yield 1;
      await storage.run('inner', pause);
      yield 2;
    }
    await storage.run('loop', async () => {
      for await (const value of values()) {
        seen(`round ${value}`);
        await storage.run('other', pause);
      }
      seen('after');
    });
    return new Response('done');
  },
};
