export default {
  async scheduled() {
    throw new TypeError('not on time');
  },
};
