import EventEmitter from 'node:events';

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
    await attempt('error', () => emitter.emit('error', new RangeError('why')));
    await attempt('text', () => emitter.emit('error', 'why'));
    await attempt('nothing', () => emitter.emit('error'));
    await attempt('object', () => emitter.emit('error', { a: 1 }));
    await attempt('no listener', () => emitter.on('x', 5));
    await attempt('negative', () => emitter.setMaxListeners(-1));
    return new Response('done');
  },
};
