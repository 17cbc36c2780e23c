export default {
  async fetch() {
    throw Symbol('why');
  },
};
