export default {
  async fetch() {
    throw new Error('SomeError: looks like a name');
  },
};
