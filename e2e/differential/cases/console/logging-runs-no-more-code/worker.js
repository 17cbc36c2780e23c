export default {
  fetch() {
    const ran = [];
    const proxy = new Proxy(
      { a: 1 },
      {
        get: (target, key) => (ran.push(`get ${String(key)}`), Reflect.get(target, key)),
        ownKeys: (target) => (ran.push('ownKeys'), Reflect.ownKeys(target)),
        getPrototypeOf: (target) => (ran.push('getPrototypeOf'), Reflect.getPrototypeOf(target)),
        getOwnPropertyDescriptor: (target, key) => (
          ran.push(`descriptor ${String(key)}`), Reflect.getOwnPropertyDescriptor(target, key)
        ),
      },
    );
    const guarded = {
      get a() {
        ran.push('getter');
        return 1;
      },
    };
    const tagged = new (class Tagged {
      b = [2];
      get [Symbol.toStringTag]() {
        return 'Own';
      }
    })();
    const { proxy: revoked, revoke } = Proxy.revocable({ c: 1 }, {});
    const before = ran.length;
    console.log(guarded, tagged, { revoked });
    console.log(ran.length - before);
    revoke();
    console.table([proxy, guarded]);
    console.dir(proxy);
    return Response.json([ran.filter((each) => each === 'getter'), Proxy.length, Proxy.name]);
  },
};
