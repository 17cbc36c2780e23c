export default {
  async fetch() {
    const order = [];
    setTimeout(() => order.push('20'), 20);
    setTimeout(() => order.push('0'), 0);
    setImmediate(() => order.push('immediate'));
    queueMicrotask(() => order.push('microtask'));
    Promise.resolve().then(() => order.push('then'));
    order.push('now');
    await scheduler.wait(60);
    return Response.json(order);
  },
};
