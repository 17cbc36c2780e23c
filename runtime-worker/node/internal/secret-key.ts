/** `KeyObject` of `node:crypto`, as far as it holds a secret. */
import { Buffer } from 'node:buffer';
import { bytesIn, bytesOfText } from './crypto-arguments';
import { invalidArgType } from './errors';
import { notSupported } from './not-supported';

const MAKING = Symbol('made by createSecretKey');

export let secretOf: (key: KeyObject) => Uint8Array;

export class KeyObject {
  readonly #secret: Uint8Array;

  constructor(making: unknown, secret: Uint8Array) {
    if (making !== MAKING) throw new Error('Illegal constructor');
    this.#secret = secret;
  }

  static {
    secretOf = (key) => key.#secret;
  }

  static from(): never {
    throw notSupported('KeyObject.from');
  }

  export(): unknown {
    throw notSupported('KeyObject.export');
  }

  equals(other: unknown): boolean {
    return (
      other instanceof KeyObject && Buffer.from(this.#secret).equals(Buffer.from(secretOf(other)))
    );
  }

  toCryptoKey(): never {
    throw notSupported('KeyObject.toCryptoKey');
  }

  get [Symbol.toStringTag](): string {
    return 'KeyObject';
  }
}

export class SecretKeyObject extends KeyObject {
  get symmetricKeySize(): number {
    return secretOf(this).byteLength;
  }

  override export(options: { readonly format?: unknown } = {}): unknown {
    if (typeof options !== 'object' || options === null) {
      throw invalidArgType('options', 'of type object', options);
    }
    const { format = 'buffer' } = options;
    const bytes = Buffer.from(secretOf(this));
    if (format === 'buffer') return bytes;
    if (format === 'jwk') return { kty: 'oct', ext: true, k: bytes.toString('base64url') };
    throw new TypeError(`Invalid format for secret key export: ${format}`);
  }

  get type(): string {
    return 'secret';
  }
}

export class PrivateKeyObject extends KeyObject {}
export class PublicKeyObject extends KeyObject {}

export function createSecretKey(key?: unknown, encoding?: unknown): SecretKeyObject {
  if (key === undefined) {
    throw invalidArgType(
      'key',
      'of type string or an instance of ArrayBuffer, TypedArray, or DataView',
      key,
    );
  }
  const bytes = typeof key === 'string' ? bytesOfText(key, encoding) : bytesIn(key);
  if (bytes) return new SecretKeyObject(MAKING, Uint8Array.from(bytes));
  throw new TypeError(
    "Failed to execute 'createSecretKey' on 'CryptoImpl': parameter 1 is not of type 'BufferSource'.",
  );
}
