export default {
  async fetch() {
    const error = new Error();
    error.message = { a: 1 };
    throw error;
  },
};
