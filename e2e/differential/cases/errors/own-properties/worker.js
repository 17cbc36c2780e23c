export default {
  async fetch() {
    throw Object.assign(new Error('with properties'), { status: 418, code: 'ETEAPOT' });
  },
};
