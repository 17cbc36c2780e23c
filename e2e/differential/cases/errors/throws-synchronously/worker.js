export default {
  fetch() {
    throw new RangeError('too far');
  },
};
