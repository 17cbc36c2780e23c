import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    async function* inner() {
      seen('inner began');
      yield 1;
      seen('inner ends');
    }
    async function* outer() {
      yield* inner();
      seen('outer after the generator');
      yield* [2, 3];
      seen('outer after the array');
    }
    const iterator = storage.run('made', outer);
    for (const asker of ['a', 'b', 'c', 'd']) await storage.run(asker, () => iterator.next());
    return new Response('done');
  },
};
