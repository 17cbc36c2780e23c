export default {
  async fetch() {
    return JSON.parse('{ broken');
  },
};
