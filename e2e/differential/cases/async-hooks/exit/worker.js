import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const attempt = (what, work) => {
  try {
    console.log(`${what}: ${work()}`);
  } catch ({ name, message }) {
    console.log(`${what} throws ${name}: ${message}`);
  }
};

export default {
  async fetch() {
    attempt('in it', () => storage.run(1, () => storage.exit((...values) => [storage.getStore(), ...values], 2)));
    attempt('after it', () => storage.run(1, () => { storage.exit(() => {}); return storage.getStore(); }));
    attempt('no function', () => storage.exit(5));
    return new Response('done');
  },
};
