export default {
  fetch() {
    console.log(new Date(0), new Date(Number.NaN), /a+/gi, [new Date(0)]);
    console.log(new Uint8Array([1, 2, 3]), new ArrayBuffer(4), new DataView(new ArrayBuffer(2)), new Float64Array(2));
    console.log(new Number(3), new String('abc'), new Boolean(false), Object(1n), Object(Symbol('z')));
    console.log(Math, JSON, Reflect, (function* () {})(), [].entries());
    console.log(new Promise(() => {}), Symbol.iterator);
    return new Response('ok');
  },
};
