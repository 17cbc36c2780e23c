export default {
  fetch() {
    console.log({ a: 1, 'b-c': 2, [Symbol('q')]: 3, 1: 4 });
    console.log({ get a() { return 1; }, set b(value) {}, get c() { return 1; }, set c(value) {} });
    console.log({ nested: { deep: { deeper: { deepest: 1 } } } }, { a: { b: { c: {} } } });
    console.log({ f() {}, g: class X {}, u: undefined, s: '' });
    console.log(new (class Foo { x = 1; #p = 2; })(), Object.create(null), Object.create({ a: 1 }));
    console.log(new (class Foo { get [Symbol.toStringTag]() { return 'Bar'; } })());
    return new Response('ok');
  },
};
