export default {
  fetch() {
    console.log('before');
    throw new TypeError('why');
  },
};
