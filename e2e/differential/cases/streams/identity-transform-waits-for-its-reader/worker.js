export default {
  async fetch() {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const order = [];
    const first = writer.write(new Uint8Array([1])).then(() => order.push('written'));
    await scheduler.wait(5);
    order.push('before the read');
    const { value } = await readable.getReader().read();
    order.push([...value]);
    await first;
    return Response.json(order);
  },
};
