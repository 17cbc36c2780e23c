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
    attempt('arguments', () => storage.run(1, (...values) => [storage.getStore(), ...values], 2, 3));
    attempt('nested', () => storage.run(1, () => [storage.run(2, () => storage.getStore()), storage.getStore()]));
    attempt('what throws', () => storage.run(1, () => { throw new RangeError('why'); }));
    attempt('afterwards', () => storage.getStore());
    attempt('undefined', () => storage.run(undefined, () => storage.getStore()));
    attempt('no function', () => storage.run(1, 5));
    attempt('nothing', () => storage.run());
    const other = new AsyncLocalStorage();
    attempt('two', () => storage.run(1, () => other.run(2, () => [storage.getStore(), other.getStore()])));
    return new Response('done');
  },
};
