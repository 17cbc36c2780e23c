export default {
  async fetch(request) {
    return fetch('https://next.example/', { headers: { 'x-via': request.url } });
  },
};
