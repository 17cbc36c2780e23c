export default {
  async fetch() {
    throw null;
  },
};
