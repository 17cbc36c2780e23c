import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    class Mine extends Promise {}
    await storage.run('a', () => Mine.resolve().then(() => seen('then')));
    await storage.run('b', async () => {
      await Mine.resolve();
      seen('await');
    });
    console.log(Mine.resolve() instanceof Mine, Mine.resolve().then() instanceof Mine);
    return new Response('done');
  },
};
