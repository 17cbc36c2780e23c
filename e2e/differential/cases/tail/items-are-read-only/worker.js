export default {
  fetch() {
    console.log('a line');
    return new Response('answer');
  },
};
