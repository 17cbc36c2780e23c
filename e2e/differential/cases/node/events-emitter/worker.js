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
    const order = [];
    const emitter = new EventEmitter();
    emitter.on('x', (...values) => order.push(`on ${values}`));
    emitter.once('x', () => order.push('once'));
    emitter.prependListener('x', () => order.push('first'));
    emitter.emit('x', 1, 2);
    emitter.emit('x');
    await attempt('order', () => order);
    await attempt('names', () => [emitter.eventNames(), emitter.listenerCount('x'), emitter.getMaxListeners()]);
    await attempt('unheard', () => emitter.emit('y'));
    await attempt('by inheritance', () => {
      function Mine() { EventEmitter.call(this); }
      Mine.prototype = Object.create(EventEmitter.prototype);
      return new Mine().on('a', () => {}).emit('a');
    });
    return new Response('done');
  },
};
