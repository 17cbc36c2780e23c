export default {
  async fetch() {
    throw 42;
  },
};
