export default {
  async fetch() {
    return fetch('https://api.example/');
  },
};
