export default {
  async fetch() {
    const event = new Event('x', { bubbles: true, cancelable: true });
    event.preventDefault();
    const { type, bubbles, cancelable, composed, defaultPrevented, eventPhase, isTrusted, target, currentTarget, returnValue, cancelBubble } = event;
    return Response.json({ type, bubbles, cancelable, composed, defaultPrevented, eventPhase, isTrusted, target, currentTarget, returnValue, cancelBubble, time: typeof event.timeStamp, tag: String(event), old: 'initEvent' in event });
  },
};
