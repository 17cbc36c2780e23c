export default {
  fetch() {
    const a = { n: 1 };
    a.self = a;
    a.list = [a, { a }];
    console.log(a, [a]);
    return new Response('ok');
  },
};
