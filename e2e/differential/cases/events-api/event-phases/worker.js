export default {
  async fetch() {
    return Response.json([
      Event.NONE,
      Event.CAPTURING_PHASE,
      Event.AT_TARGET,
      Event.BUBBLING_PHASE,
      new Event('x').composedPath().length,
    ]);
  },
};
