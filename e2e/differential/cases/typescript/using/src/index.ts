
export default {
  async fetch() {
    const order: string[] = [];
    const resource = (name: string) => ({ [Symbol.dispose]: () => void order.push(name) });
    {
      using a = resource('a');
      using b = resource('b');
      order.push('body');
    }
    return Response.json(order);
  },
};
