import { nodeError } from './errors';

/** What workerd has of `node:crypto` and no library here brings. */
export function notSupported(name: string): Error {
  return nodeError(
    Error,
    'ERR_METHOD_NOT_IMPLEMENTED',
    `${name}() of node:crypto is not supported here. Web Crypto is: crypto.subtle.`,
  );
}

/** A function, or a class, that is there and cannot be used: marked as those of unenv are. */
export function unsupported(name: string): (...values: unknown[]) => never {
  const refuse = function (this: unknown): never {
    throw notSupported(name);
  };
  Object.defineProperty(refuse, 'name', { value: name });
  return Object.assign(refuse, { __unenv__: true });
}
