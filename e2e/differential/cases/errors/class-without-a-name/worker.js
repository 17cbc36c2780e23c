class Refused extends Error {}
export default {
  async fetch() {
    throw new Refused('anonymous subclass');
  },
};
