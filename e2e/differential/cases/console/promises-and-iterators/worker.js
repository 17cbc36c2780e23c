export default {
  fetch() {
    console.log(Promise.resolve(5));
    console.log(new Map([[1, 2]]).entries());
    return new Response('ok');
  },
};
