export default {
  async fetch() {
    const response = await fetch('https://api.example/', { headers: { Authorization: 'secret', Cookie: 'a=b', 'X-A': 'a' } });
    return response;
  },
};
