class Refused extends Error {
  get name() {
    return 'RefusedByGetter';
  }
}
export default {
  async fetch() {
    throw new Refused('by its class');
  },
};
