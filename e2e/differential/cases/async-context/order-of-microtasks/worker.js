export default {
  async fetch() {
    const order = [];
    const at = (what) => order.push(what);
    const ticks = (count) => {
      let promise = Promise.resolve();
      for (let tick = 1; tick <= count; tick += 1) promise = promise.then(() => at(tick));
    };
    queueMicrotask(() => at('microtask'));
    process.nextTick(() => at('nextTick'));
    Promise.all([1, 2]).then(() => at('all'));
    Promise.race([1, 2]).then(() => at('race'));
    ticks(8);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Response(order.join(' '));
  },
};
