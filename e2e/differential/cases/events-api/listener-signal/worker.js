export default {
  async fetch() {
    const target = new EventTarget();
    let count = 0;
    const controller = new AbortController();
    target.addEventListener('x', () => (count += 1), { signal: controller.signal });
    target.dispatchEvent(new Event('x'));
    controller.abort();
    target.dispatchEvent(new Event('x'));
    return Response.json(count);
  },
};
