import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await storage.run('a', () => new Promise((resolve) => {
      setTimeout((...values) => { seen(`timeout ${values}`); resolve(); }, 1, 'x', 'y');
    }));
    await storage.run('b', () => new Promise((resolve) => {
      const interval = setInterval((...values) => {
        seen(`interval ${values}`);
        clearInterval(interval);
        resolve();
      }, 1, 'x');
    }));
    await storage.run('c', () => new Promise((resolve) => {
      queueMicrotask(() => { seen('microtask'); resolve(); });
    }));
    return new Response('done');
  },
};
