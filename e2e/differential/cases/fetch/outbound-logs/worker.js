export default {
  async fetch() {
    console.log('before');
    await fetch('https://api.example/');
    console.log('after');
    return new Response();
  },
};
