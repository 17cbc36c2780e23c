Promise.reject(new Error('at the top level'));
export default {
  async fetch() {
    return new Response('fine');
  },
};
