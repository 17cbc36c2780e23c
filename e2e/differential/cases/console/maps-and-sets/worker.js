export default {
  fetch() {
    console.log(new Map([[{ a: 1 }, new Map([['x', new Set([1, 2])]])]]), new Map(), new Set());
    console.log(new (class Foo extends Map {})([[1, 2]]), Object.assign(new Set([1]), { q: 1 }));
    console.log(new Set(Array.from({ length: 120 }, (_, index) => index)));
    console.log(new WeakMap(), new WeakSet());
    return new Response('ok');
  },
};
