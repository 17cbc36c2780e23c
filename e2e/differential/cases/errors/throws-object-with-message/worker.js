export default {
  async fetch() {
    throw { message: 'of an object', name: 'Named' };
  },
};
