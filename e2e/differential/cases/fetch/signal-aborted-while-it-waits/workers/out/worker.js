export default {
  async fetch(request) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return new Response();
  },
};
