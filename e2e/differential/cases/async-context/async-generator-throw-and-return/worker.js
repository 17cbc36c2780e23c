import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* values() {
      try {
        yield 1;
      } catch (error) {
        seen(`catch ${error}`);
        await pause();
        seen('after a timer');
        yield 2;
      } finally {
        seen('finally');
      }
    }
    const iterator = values();
    await storage.run('same', async () => {
      await iterator.next();
      seen('asked');
    });
    await storage.run('thrower', () => iterator.throw('why'));
    await storage.run('thrower', () => iterator.return());
    return new Response('done');
  },
};
