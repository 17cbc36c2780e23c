export default {
  async fetch() {
    globalThis.caches = 'mine';
    globalThis.fetch = () => 'mine';
    globalThis.setTimeout = 1;
    return Response.json([caches, fetch(), setTimeout, delete globalThis.setTimeout, typeof setTimeout]);
  },
};
