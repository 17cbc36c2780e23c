export default {
  async fetch() {
    throw Object.assign(new Error('with more'), { code: 'E', status: 418 });
  },
};
