export default {
  async fetch() {
    const response = await fetch('https://api.example/');
    const copy = new Response(response.body, response);
    copy.headers.set('x-added', 'yes');
    return copy;
  },
};
