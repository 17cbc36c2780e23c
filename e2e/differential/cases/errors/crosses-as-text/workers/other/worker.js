export default {
  async fetch() {
    throw 'text';
  },
};
