import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const thenable = {
      then(resolve) {
        seen('then');
        storage.run('inner', () => resolve('value'));
      },
    };
    await storage.run('a', async () => {
      seen(await thenable);
    });
    return new Response('done');
  },
};
