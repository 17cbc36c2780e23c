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
    const { getStore } = storage;
    attempt('getStore', () => getStore());
    const { runInAsyncScope } = new AsyncResource('mine');
    attempt('runInAsyncScope', () => runInAsyncScope(() => {}));
    attempt('without new', () => typeof storage.run);
    return new Response('done');
  },
};
