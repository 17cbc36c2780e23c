export default {
  async fetch() {
    throw new DOMException('not to be found', 'NotFoundError');
  },
};
