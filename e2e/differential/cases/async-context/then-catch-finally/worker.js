import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    await storage.run('a', () =>
      Promise.resolve()
        .then(() => seen('then'))
        .finally(() => seen('finally'))
        .then(() => Promise.reject())
        .catch(() => seen('catch')),
    );
    let resolve;
    const promise = storage.run('made', () => new Promise((given) => { resolve = given; }));
    const reacted = storage.run('attached', () => promise.then(() => seen('reaction')));
    storage.run('resolved', resolve);
    await reacted;
    return new Response('done');
  },
};
