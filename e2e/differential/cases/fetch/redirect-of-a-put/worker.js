export default {
  async fetch() {
    const response = await fetch('https://api.example/302', { method: 'PUT', body: 'text' });
    return Response.json(await response.json());
  },
};
