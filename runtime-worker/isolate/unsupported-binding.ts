import { NativeProxy } from './proxies';

/** Read of everything, by inspection or `await`: not a use. */
const NO_USE: ReadonlySet<PropertyKey> = new Set([
  'then',
  'toJSON',
  'constructor',
  'toString',
  'valueOf',
  'inspect',
]);

/** What a binding is that is not supported: using it throws, with the key that asked for it. */
export function unsupportedBinding(name: string, key: string): object {
  const refuse = (): never => {
    throw new Error(
      `env.${name} cannot be used: this playground does not support "${key}" of the Wrangler configuration.`,
    );
  };
  return new NativeProxy(refuse, {
    get: (_, property) =>
      typeof property === 'symbol' || NO_USE.has(property) ? undefined : refuse(),
    apply: refuse,
    construct: refuse,
    set: refuse,
  });
}
