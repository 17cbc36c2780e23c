import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* values() {
      try {
        for (let value = 1; ; value += 1) yield value;
      } finally {
        seen('finally of the generator');
        await storage.run('inner', pause);
      }
    }
    await storage.run('loop', async () => {
      outer: for (const round of [1, 2]) {
        seen(`round ${round}`);
        for await (const value of values()) {
          if (value > 1) continue outer;
        }
      }
      for await (const value of values()) if (value > 1) break;
      seen('after break');
      try {
        for await (const value of values()) if (value > 1) throw new Error('why');
      } catch ({ message }) {
        seen(`after ${message}`);
      }
    });
    return new Response('done');
  },
};
