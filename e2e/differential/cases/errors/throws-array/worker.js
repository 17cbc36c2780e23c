export default {
  async fetch() {
    throw ['a', 'b'];
  },
};
