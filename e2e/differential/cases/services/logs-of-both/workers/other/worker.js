export default {
  fetch() {
    console.warn('other answers');
    return new Response('it');
  },
};
