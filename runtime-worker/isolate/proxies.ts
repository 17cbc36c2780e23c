/**
 * Which objects are proxies. The language has no way to ask that does not run a trap, so whoever makes
 * one is watched.
 */
const NativeProxy = Proxy;
const { construct, apply } = Reflect;
const proxies = new WeakSet<object>();
const has = proxies.has.bind(proxies);
const add = proxies.add.bind(proxies);

export function isProxy(value: object): boolean {
  return has(value);
}

/** From now on every proxy that is made is known as one. */
export function watchProxies(): void {
  const revocable = new NativeProxy(NativeProxy.revocable, {
    apply(target, receiver, values) {
      const made: ReturnType<typeof target> = apply(target, receiver, values);
      add(made.proxy);
      return made;
    },
  });
  Object.defineProperty(NativeProxy, 'revocable', {
    value: revocable,
    configurable: true,
    writable: true,
  });
  globalThis.Proxy = new NativeProxy(NativeProxy, {
    construct(target, values, newTarget) {
      const made: object = construct(target, values, newTarget);
      add(made);
      return made;
    },
  });
}
