export default {
  async fetch() {
    return fetch('https://api.example/', { method: 'PUT', body: JSON.stringify({ a: 1 }), headers: { 'content-type': 'application/json' } });
  },
};
