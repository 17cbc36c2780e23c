export default {
  async fetch() {
    const order = [];
    const timeout = setTimeout(() => order.push('refreshed'), 40);
    await scheduler.wait(20);
    timeout.refresh();
    setTimeout(() => order.push('other'), 30);
    await scheduler.wait(100);
    return Response.json(order);
  },
};
