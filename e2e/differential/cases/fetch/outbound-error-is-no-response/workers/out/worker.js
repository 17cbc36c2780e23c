export default {
  async fetch(request) {
    throw new TypeError('the outbound worker broke');
  },
};
