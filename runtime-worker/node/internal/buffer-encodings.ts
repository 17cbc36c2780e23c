import { nodeError } from './errors';

const STATIC = ['alloc', 'byteLength', 'from'] as const;
const OWN = ['fill', 'includes', 'indexOf', 'lastIndexOf', 'write'] as const;

/**
 * Teaches the `Buffer` of the package `buffer` the encoding `base64url`, which it reads as `base64`, and
 * gives its error for an unknown encoding the code that Node.js has.
 */
export function completeEncodings(Buffer: { readonly prototype: object }): void {
  for (const name of STATIC) replace(Buffer, name, readsUrl);
  for (const name of OWN) replace(Buffer.prototype, name, readsUrl);
  replace(Buffer, 'isEncoding', (known, [encoding]) => isUrl(encoding) || known([encoding]));
  replace(Buffer.prototype, 'toString', (text, [encoding, ...range]) =>
    isUrl(encoding) ? urlOf(`${text(['base64', ...range])}`) : text([encoding, ...range]),
  );
}

type Call = (values: readonly unknown[]) => unknown;

/** What comes first is the data. */
function readsUrl(call: Call, [data, ...rest]: readonly unknown[]): unknown {
  return call([data, ...rest.map((value) => (isUrl(value) ? 'base64' : value))]);
}

function replace(
  holder: object,
  name: string,
  by: (call: Call, values: readonly unknown[]) => unknown,
): void {
  const native: unknown = Reflect.get(holder, name);
  if (typeof native !== 'function') return;
  const value = new Proxy(native, {
    apply(target, self, given) {
      try {
        return by((values) => Reflect.apply(target, self, values), given);
      } catch (error) {
        throw withCode(error);
      }
    },
  });
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
}

function isUrl(encoding: unknown): boolean {
  return typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';
}

function urlOf(base64: string): string {
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function withCode(error: unknown): unknown {
  if (!(error instanceof TypeError) || !error.message.startsWith('Unknown encoding: '))
    return error;
  return nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', error.message);
}
