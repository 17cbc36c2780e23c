import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* values() {
      seen('began');
      yield 1;
      seen('went on');
      await pause();
      seen('after a timer');
      yield 2;
      seen('ends');
    }
    const iterator = storage.run('made', values);
    for (const asker of ['a', 'b', 'c']) await storage.run(asker, () => iterator.next());
    return new Response('done');
  },
};
