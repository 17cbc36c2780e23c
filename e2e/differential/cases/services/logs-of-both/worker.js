export default {
  async fetch(request, { OTHER }) {
    console.log('main asks');
    const response = await OTHER.fetch(request.url);
    console.log('main got', await response.text());
    return new Response();
  },
};
