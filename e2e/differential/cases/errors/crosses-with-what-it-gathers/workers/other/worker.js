export default {
  async fetch() {
    throw new AggregateError([new Error('one'), new TypeError('two')], 'both');
  },
};
