import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const controller = new AbortController();
    storage.run('added', () => {
      controller.signal.addEventListener('abort', () => seen('listener'));
      AbortSignal.any([controller.signal]).addEventListener('abort', () => seen('any'));
    });
    storage.run('aborted', () => controller.abort());
    await storage.run('timeout', () => new Promise((resolve) => {
      AbortSignal.timeout(1).addEventListener('abort', () => { seen('timeout'); resolve(); });
    }));
    return new Response('done');
  },
};
