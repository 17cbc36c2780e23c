export default {
  async fetch() {
    return null.property;
  },
};
