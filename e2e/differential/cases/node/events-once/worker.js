import EventEmitter, { once } from 'node:events';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    const emitter = new EventEmitter();
    setTimeout(() => emitter.emit('go', 1, 2), 1);
    await attempt('values', () => once(emitter, 'go'));
    setTimeout(() => emitter.emit('error', new Error('why')), 1);
    await attempt('error', () => once(emitter, 'go'));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1);
    await attempt('abort', () => once(emitter, 'go', { signal: controller.signal }));
    return new Response('done');
  },
};
