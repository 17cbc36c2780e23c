import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = (what) => console.log(`${what}: ${storage.getStore()}`);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

export default {
  async fetch() {
    const [left, right] = Object.values(new WebSocketPair());
    storage.run('accepted', () => {
      left.accept();
      right.accept();
    });
    await storage.run('waits', () => new Promise((resolve) => {
      left.addEventListener('message', ({ data }) => { seen(data); resolve(); });
      storage.run('sent', () => right.send('message'));
    }));
    right.close();
    return new Response('done');
  },
};
