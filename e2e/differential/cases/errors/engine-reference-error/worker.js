export default {
  async fetch() {
    return notDefined;
  },
};
