export default {
  test() {
    console.log('begins');
    throw new RangeError('why');
  },
};
