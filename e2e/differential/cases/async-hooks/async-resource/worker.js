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
    attempt('scope', () => resource.runInAsyncScope(function (...values) {
      return [storage.getStore(), this, ...values];
    }, 'this', 1, 2));
    attempt('no function', () => resource.runInAsyncScope(5));
    attempt('ids', () => [resource.asyncId(), resource.triggerAsyncId(), resource.type, resource.emitDestroy()]);
    attempt('options', () => new AsyncResource('mine', 5));
    attempt('trigger', () => new AsyncResource('mine', { triggerAsyncId: 5 }));
    class Mine extends AsyncResource {}
    attempt('subclass', () => storage.run('sub', () => new Mine('mine')).runInAsyncScope(() => storage.getStore()));
    return new Response('done');
  },
};
