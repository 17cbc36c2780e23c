export default {
  async fetch() {
    const deeper = () => deeper() + 1;
    return new Response(deeper());
  },
};
