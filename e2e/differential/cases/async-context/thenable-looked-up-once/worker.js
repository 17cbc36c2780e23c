import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    let lookups = 0;
    await {
      get then() {
        lookups += 1;
        return (resolve) => resolve();
      },
    };
    console.log(lookups);
    return new Response('done');
  },
};
