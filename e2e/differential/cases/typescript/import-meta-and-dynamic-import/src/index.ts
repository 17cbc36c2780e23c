type Loaded = typeof import('./lazy');
export default {
  async fetch() {
    const loaded: Loaded = await import('./lazy');
    return new Response(loaded.value satisfies string);
  },
};
