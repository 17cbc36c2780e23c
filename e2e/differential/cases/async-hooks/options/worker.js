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
    attempt('name', () => new AsyncLocalStorage({ name: 'mine' }).name);
    attempt('no name', () => JSON.stringify(storage.name));
    attempt('name that is no text', () => new AsyncLocalStorage({ name: 5 }).name);
    const withDefault = new AsyncLocalStorage({ defaultValue: 5 });
    attempt('default', () => withDefault.getStore());
    attempt('exit of it', () => withDefault.exit(() => withDefault.getStore()));
    attempt('undefined over it', () => withDefault.run(undefined, () => withDefault.getStore()));
    attempt('no options', () => new AsyncLocalStorage(5));
    return new Response('done');
  },
};
