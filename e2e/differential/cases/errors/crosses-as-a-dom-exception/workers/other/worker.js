export default {
  async fetch() {
    throw new DOMException('not found', 'NotFoundError');
  },
};
