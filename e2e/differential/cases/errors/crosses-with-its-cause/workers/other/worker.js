export default {
  async fetch() {
    throw new Error('outer', { cause: new TypeError('inner') });
  },
};
