export default {
  test: () => 'a value',
};
