export default {
  async fetch() {
    return fetch('https://api.example/', {
      method: 'POST',
      headers: { 'X-Test': 'yes', Cookie: 'a=b' },
      body: 'text of the body',
    });
  },
};
