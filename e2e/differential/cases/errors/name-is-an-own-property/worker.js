export default {
  async fetch() {
    const error = new Error('renamed');
    error.name = 'MyError';
    throw error;
  },
};
