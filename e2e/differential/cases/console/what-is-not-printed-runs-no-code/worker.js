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
      toString: () => ran.push('toString'),
    };
    console.table([proxy, guarded]);
    console.dir(proxy);
    console.dir(guarded);
    console.group(proxy, guarded);
    console.count(guarded);
    console.trace({ proxy, guarded });
    console.assert(false, guarded, proxy);
    return Response.json(ran);
  },
};
