export default {
  async fetch() {
    const error = new Error('no name');
    error.name = '';
    throw error;
  },
};
