export default {
  async fetch() {
    const thing = {};
    return thing.method();
  },
};
