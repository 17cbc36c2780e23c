export default {
  async fetch() {
    const event = new CustomEvent('x', { detail: { a: 1 } });
    return Response.json([event.detail, new CustomEvent('y').detail, event instanceof Event, String(event), 'initCustomEvent' in event]);
  },
};
