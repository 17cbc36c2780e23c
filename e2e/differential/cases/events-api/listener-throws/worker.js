export default {
  async fetch() {
    const target = new EventTarget();
    const order = [];
    target.addEventListener('x', () => {
      order.push('throws');
      throw new RangeError('in a listener');
    });
    target.addEventListener('x', () => order.push('next'));
    try {
      order.push(target.dispatchEvent(new Event('x')));
    } catch (error) {
      order.push(`${error.name}: ${error.message}`);
    }
    return Response.json(order);
  },
};
