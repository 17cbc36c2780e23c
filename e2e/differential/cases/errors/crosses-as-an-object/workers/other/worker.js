export default {
  async fetch() {
    throw { code: 7, list: [1] };
  },
};
