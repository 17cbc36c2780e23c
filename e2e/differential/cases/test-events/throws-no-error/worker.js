export default {
  test() {
    throw 'a text';
  },
};
