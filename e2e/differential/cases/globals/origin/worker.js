export default {
  async fetch() {
    return Response.json([origin, Object.getOwnPropertyDescriptor(globalThis, 'origin')]);
  },
};
