export default {
  fetch() {
    throw new DOMException('a DOM exception', 'NotFoundError');
  },
};
