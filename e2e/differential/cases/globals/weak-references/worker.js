export default {
  async fetch() {
    let collected = 0;
    const registry = new FinalizationRegistry(() => (collected += 1));
    registry.register({}, 1);
    return Response.json([typeof new WeakRef({}).deref(), collected]);
  },
};
