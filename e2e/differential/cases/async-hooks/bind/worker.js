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
    const bound = storage.run('bound', () => AsyncLocalStorage.bind(function (...values) {
      return [storage.getStore(), this === globalThis, ...values];
    }));
    attempt('in another', () => storage.run('other', () => bound.call('this', 1, 2)));
    attempt('name and length', () => [bound.name, bound.length]);
    attempt('no function', () => AsyncLocalStorage.bind(5));
    return new Response('done');
  },
};
