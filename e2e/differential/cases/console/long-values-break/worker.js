export default {
  fetch() {
    console.log({ a: 'x'.repeat(40), b: 'y'.repeat(40), c: { d: 'z'.repeat(30) } });
    console.log(['x'.repeat(20), 'y'.repeat(60)], { a: { b: ['x'.repeat(30), 'y'.repeat(30)] } });
    console.log(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, index])));
    return new Response('ok');
  },
};
