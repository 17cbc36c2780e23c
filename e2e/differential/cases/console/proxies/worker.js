export default {
  fetch() {
    const ran = [];
    const traps = new Proxy(
      {},
      { get: (_, trap) => (...values) => (ran.push(trap), Reflect[trap](...values)) },
    );
    const of = (target) => new Proxy(target, traps);
    class Named {
      a = 1;
    }
    console.log(of({ a: 1 }), [of({ a: 1 })], { list: of([1, 2]) });
    console.log(of(new Map([[1, 2]])), of(function called() {}), of(Named), of(new Named()));
    console.log(of(of({ a: 1 })), of({}), of([]), new Set([of({})]), new Map([[of({}), of([])]]));
    console.log({ a: { b: { c: of({ d: 1 }) } } }, { a: { b: { c: { d: of({}) } } } });
    console.log(of({ a: { b: { c: { d: 1 } } } }), '%s', of({ a: 1 }));
    const loop = { n: 1 };
    loop.self = of(loop);
    console.log(loop);
    const long = 'a text that is long enough for lines to break';
    console.log({ inside: of({ first: long, second: long, third: [1, 2, 3] }) });
    const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
    console.log(proxy);
    revoke();
    console.log(proxy, { proxy }, revoke.name, revoke.length);
    console.log(of({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'custom' }));
    console.log(Proxy.name, Proxy.length, typeof Proxy.revocable, Proxy.prototype);
    return new Response('ok');
  },
};
