export default {
  async fetch(request) {
    return fetch(request);
  },
};
