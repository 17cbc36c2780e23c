export default {
  async fetch() {
    throw Object.assign(new TypeError('named'), { name: 'Mine' });
  },
};
