import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await storage.run('a', async () => {
      try {
        await { then: (_, reject) => storage.run('inner', () => reject('why')) };
      } catch (error) {
        seen(`catch ${error}`);
      }
      try {
        await {
          get then() {
            throw new Error('getter');
          },
        };
      } catch ({ message }) {
        seen(`catch ${message}`);
      }
    });
    return new Response('done');
  },
};
