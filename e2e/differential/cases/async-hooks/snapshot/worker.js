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
    const snapshot = storage.run('taken', () => AsyncLocalStorage.snapshot());
    attempt('in another', () => storage.run('other', () => snapshot((...values) => [storage.getStore(), ...values], 2)));
    attempt('no function', () => snapshot(5));
    return new Response('done');
  },
};
