export default {
  tail() {
    throw new Error('why');
  },
};
