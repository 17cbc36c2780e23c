export default {
  async fetch() {
    return Promise.resolve()
      .then(() => {
        throw new SyntaxError('in then');
      })
      .finally(() => console.log('finally'));
  },
};
