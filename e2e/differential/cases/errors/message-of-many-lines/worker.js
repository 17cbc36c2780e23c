export default {
  async fetch() {
    throw new Error('first line\nsecond line');
  },
};
