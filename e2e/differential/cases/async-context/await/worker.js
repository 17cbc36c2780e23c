import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await Promise.all(
      ['a', 'b'].map((name) =>
        storage.run(name, async () => {
          seen(`${name} before`);
          await null;
          seen(`${name} after a value`);
          await pause();
          seen(`${name} after a timer`);
        }),
      ),
    );
    seen('outside');
    return new Response('done');
  },
};
