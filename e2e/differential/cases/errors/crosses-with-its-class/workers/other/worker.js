export default {
  async fetch() {
    throw new RangeError('far');
  },
};
