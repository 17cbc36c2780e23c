import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    class Resource {
      constructor(name) {
        this.name = name;
      }
      async [Symbol.asyncDispose]() {
        seen(`disposing ${this.name}`);
        await storage.run('inner', pause);
        seen(`disposed ${this.name}`);
      }
    }
    await storage.run('using', async () => {
      {
        await using first = new Resource('first');
        await using second = new Resource('second');
        seen(`with ${first.name} and ${second.name}`);
      }
      seen('after');
    });
    return new Response('done');
  },
};
