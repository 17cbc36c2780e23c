import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* values() {
      for (let value = 1; value < 4; value += 1) {
        seen(value);
        yield value;
      }
    }
    const iterator = values();
    await Promise.all(['a', 'b', 'c'].map((asker) => storage.run(asker, () => iterator.next())));
    return new Response('done');
  },
};
