export default {
  async fetch() {
    console.log(String(new Error('outer', { cause: new TypeError('inner') })));
    return new Response('fine');
  },
};
