export default {
  async fetch() {
    return fetch('https://api.example/', { method: 'POST', body: new URLSearchParams({ a: '1', b: 'c d' }) });
  },
};
