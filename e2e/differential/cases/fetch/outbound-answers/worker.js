export default {
  async fetch() {
    return fetch('https://api.example/path?query=1#fragment');
  },
};
