import * as hooks from 'node:async_hooks';
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
    attempt('module', () => Object.keys(hooks));
    attempt('default', () => Object.keys(hooks.default));
    attempt('storage', () => Object.getOwnPropertyNames(AsyncLocalStorage.prototype).sort());
    attempt('resource', () => Object.getOwnPropertyNames(AsyncResource.prototype).sort());
    return new Response('done');
  },
};
