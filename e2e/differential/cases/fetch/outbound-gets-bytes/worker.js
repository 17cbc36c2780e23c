export default {
  async fetch() {
    return fetch('https://api.example/', { method: 'POST', body: new Uint8Array([104, 105]) });
  },
};
