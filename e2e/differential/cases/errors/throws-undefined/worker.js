export default {
  async fetch() {
    throw undefined;
  },
};
