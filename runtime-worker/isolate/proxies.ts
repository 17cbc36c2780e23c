/**
 * Which objects are proxies, and of what. The language has no way to ask that does not run a trap, so
 * whoever makes one is watched.
 */

/** For proxies of the runtime's own, which stand for what they wrap: they are not known as proxies. */
export const NativeProxy = Proxy;

const { construct, apply } = Reflect;
/** `null` of a revoked one. */
const targets = new WeakMap<object, object | null>();
const get = targets.get.bind(targets);
const set = targets.set.bind(targets);
const has = targets.has.bind(targets);

export function isProxy(value: object): boolean {
  return has(value);
}

/** What a proxy is of: `null` once it is revoked, `undefined` where the object is no proxy. */
export function targetOf(value: object): object | null | undefined {
  return get(value);
}

/** From now on every proxy that is made is known as one. */
export function watchProxies(): void {
  const revocable = new NativeProxy(NativeProxy.revocable, {
    apply(target, receiver, values: [object, object]) {
      const made: ReturnType<typeof target> = apply(target, receiver, values);
      const { proxy, revoke } = made;
      set(proxy, values[0]);
      made.revoke = new NativeProxy(revoke, {
        apply(revoking, self, given) {
          set(proxy, null);
          return apply(revoking, self, given);
        },
      });
      return made;
    },
  });
  Object.defineProperty(NativeProxy, 'revocable', {
    value: revocable,
    configurable: true,
    writable: true,
  });
  globalThis.Proxy = new NativeProxy(NativeProxy, {
    construct(native, values: [object, object], newTarget) {
      const made: object = construct(native, values, newTarget);
      set(made, values[0]);
      return made;
    },
  });
}
