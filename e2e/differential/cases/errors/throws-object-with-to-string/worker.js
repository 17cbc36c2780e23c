export default {
  async fetch() {
    throw { toString: () => 'from toString' };
  },
};
