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
    const resource = storage.run('made', () => new AsyncResource('mine'));
    const bound = resource.bind(function (...values) { return [storage.getStore(), this === globalThis, ...values]; });
    attempt('bound', () => bound(1, 2));
    attempt('resource of it', () => bound.asyncResource === resource);
    attempt('with a this', () => resource.bind(function () { return this; }, 'that')());
    attempt('static', () => storage.run('static', () => AsyncResource.bind(function () {
      return [storage.getStore(), this];
    }, 'type', 'that'))());
    attempt('no function', () => resource.bind(5));
    return new Response('done');
  },
};
