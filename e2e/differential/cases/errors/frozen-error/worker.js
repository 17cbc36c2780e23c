export default {
  async fetch() {
    throw Object.freeze(new TypeError('frozen'));
  },
};
