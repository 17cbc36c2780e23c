export default {
  async fetch() {
    const order = [];
    const at = (what) => order.push(what);
    const ticks = (count) => {
      let promise = Promise.resolve();
      for (let tick = 1; tick <= count; tick += 1) promise = promise.then(() => at(tick));
    };
    (async () => {
      try { await Promise.reject(); } catch { at('catch'); } finally { at('finally'); }
      await null;
      at('after');
    })();
    Promise.reject().catch(() => at('catch()')).finally(() => at('finally()')).then(() => at('then()'));
    ticks(8);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Response(order.join(' '));
  },
};
