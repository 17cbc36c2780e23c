
export default {
  async fetch() {
    const order = [];
    const ticks = (async () => {
      for (let tick = 1; tick <= 5; tick += 1) {
        await null;
        order.push(tick);
      }
    })();
    await import('./a.js').then(() => order.push('imported'));
    await ticks;
    return Response.json(order);
  },
};
