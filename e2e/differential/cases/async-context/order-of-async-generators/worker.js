export default {
  async fetch() {
    const order = [];
    const at = (what) => order.push(what);
    const ticks = (count) => {
      let promise = Promise.resolve();
      for (let tick = 1; tick <= count; tick += 1) promise = promise.then(() => at(tick));
    };
    async function* inner() { yield 'b'; yield 'c'; }
    async function* outer() { yield 'a'; yield* inner(); return 'd'; }
    (async () => {
      for await (const value of outer()) at(value);
      at('after');
    })();
    ticks(20);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Response(order.join(' '));
  },
};
