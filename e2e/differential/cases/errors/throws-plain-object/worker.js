export default {
  async fetch() {
    throw { code: 7 };
  },
};
