export default {
  async fetch() {
    const error = new Error('kept');
    error.stack = 'replaced';
    throw error;
  },
};
