export default {
  async fetch() {
    const target = new EventTarget();
    const order = [];
    const listener = { handleEvent: (event) => order.push(['object', event.type]) };
    target.addEventListener('x', () => order.push('first'));
    target.addEventListener('x', listener);
    target.addEventListener('x', () => order.push('once'), { once: true });
    target.addEventListener('x', (event) => {
      order.push(['stop', event.target === target, event.currentTarget === target, event.eventPhase]);
      event.stopImmediatePropagation();
    });
    target.addEventListener('x', () => order.push('never'));
    const event = new Event('x', { cancelable: true });
    const results = [target.dispatchEvent(event), target.dispatchEvent(event)];
    target.removeEventListener('x', listener);
    target.dispatchEvent(new Event('x'));
    return Response.json([results, order]);
  },
};
