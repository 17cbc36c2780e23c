console.log('main');
export default {
  async fetch() {
    console.log('asked');
    const { value } = await import('./lazy.js');
    return new Response(value);
  },
};
