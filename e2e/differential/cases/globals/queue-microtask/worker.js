export default {
  async fetch() {
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const order = [];
    queueMicrotask(() => order.push('microtask'));
    order.push('now');
    await null;
    return Response.json([order, seen(() => queueMicrotask()), seen(() => queueMicrotask('code'))]);
  },
};
