class Plain {
  x = 1;
}
class Told {
  toJSON() {
    return 'told';
  }
}

export default {
  fetch() {
    console.log('text', 1, 1.5, true, null, undefined, Number.NaN, 10n, Symbol('symbol'));
    console.log({ a: 1, f() {}, u: undefined, deep: { list: [1, [2]] } }, [1, 'a', undefined], Object.create(null));
    console.log(new Date(0), new Map([[1, 2]]), new Set([1]), new Uint8Array([1, 2]), /x/g);
    console.log(new Plain(), new Told(), new URL('https://a.example'), new Headers({ a: 'b' }));
    const circle = {};
    circle.self = circle;
    console.log(circle, { big: 1n });
    console.log();
    console.log('%s and %d', 'a', 1);
    return new Response('answer');
  },
};
