export default {
  fetch() {
    console.log(new Proxy({ a: 1 }, {}), Promise.resolve(5));
    console.log(new Map([[1, 2]]).entries());
    return new Response('ok');
  },
};
