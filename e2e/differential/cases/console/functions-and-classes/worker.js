export default {
  fetch() {
    console.log(function foo() {}, () => {}, async () => {}, function* gen() {}, async function* agen() {});
    console.log(class A {}, class B extends Map {}, class {});
    console.log(Object.assign(() => {}, { a: 1 }), Object.assign(function n() {}, { b: { c: 1 } }));
    return new Response('ok');
  },
};
