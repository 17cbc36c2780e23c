export default {
  async fetch() {
    return fetch(new URL('https://api.example/a b'));
  },
};
