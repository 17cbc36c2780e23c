import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const thenable = (what) => ({
      then(resolve) {
        seen(what);
        resolve();
      },
    });
    await storage.run('async function', async () => thenable('then'));
    await storage.run('then', () => Promise.resolve().then(() => thenable('then')));
    await storage.run('Promise.resolve', () => Promise.resolve(thenable('then')));
    await storage.run('Promise.all', () => Promise.all([thenable('then')]));
    async function* values() {
      yield thenable('then');
    }
    await storage.run('yield', () => values().next());
    return new Response('done');
  },
};
