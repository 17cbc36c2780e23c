export default {
  fetch() {
    console.log('a line');
    throw new Error('why');
  },
};
