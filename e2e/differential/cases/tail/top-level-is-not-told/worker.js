console.log('top level');

export default {
  fetch() {
    console.log('in the request');
    return new Response('answer');
  },
};
