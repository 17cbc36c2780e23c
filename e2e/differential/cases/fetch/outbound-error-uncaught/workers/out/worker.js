export default {
  async fetch(request) {
    throw new RangeError('the outbound worker broke');
  },
};
