export default {
  async fetch() {
    throw new Proxy(new Error('behind a proxy'), {});
  },
};
