export default {
  async fetch() {
    const target = new EventTarget();
    let same;
    target.addEventListener('x', function () {
      same = this === target;
    });
    target.dispatchEvent(new Event('x'));
    class Mine extends EventTarget {}
    return Response.json([same, new Mine() instanceof EventTarget, 'when' in target]);
  },
};
