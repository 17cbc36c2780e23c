import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const target = new EventTarget();
    const controller = new AbortController();
    storage.run('added', () => {
      target.addEventListener('x', () => seen('function'));
      target.addEventListener('x', { handleEvent: () => seen('object') });
      target.addEventListener('x', () => seen('once'), { once: true });
      target.addEventListener('x', () => seen('with a signal'), { signal: controller.signal });
    });
    storage.run('first', () => target.dispatchEvent(new Event('x')));
    controller.abort();
    storage.run('second', () => target.dispatchEvent(new Event('x')));
    return new Response('done');
  },
};
