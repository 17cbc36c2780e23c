/** `Hash` and `Hmac` of `node:crypto`. */
import { Buffer } from 'node:buffer';
import { Transform, type TransformCallback, type TransformOptions } from 'node:stream';
import { hmac } from '@noble/hashes/hmac.js';
import {
  bytesIn,
  bytesOfText,
  digestNotSupported,
  requireBytes,
  requireEncoding,
} from './crypto-arguments';
import { digestOf } from './digests';
import { invalidArgType, nodeError, requireString } from './errors';
import { KeyObject, secretOf } from './secret-key';

/** What is under way in one: noble's hash, or its HMAC. */
interface Running<Self> {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Self;
}
interface RunningHash extends Running<RunningHash> {}

interface HashOptions extends TransformOptions {
  readonly outputLength?: unknown;
}

const COPIED = Symbol('copied');

class HashStream extends Transform {
  readonly #name: string;
  readonly #running: RunningHash;
  #ended = false;

  constructor(algorithm: unknown, options?: HashOptions, copied?: { [COPIED]: RunningHash }) {
    super(options);
    requireString(algorithm, 'algorithm');
    // Checked in the line before.
    this.#name = algorithm as string;
    const digest = digestOf(this.#name);
    if (!digest) throw digestNotSupported();
    const length = options?.outputLength;
    if (length !== undefined) {
      if (typeof length !== 'number') {
        throw invalidArgType('options.outputLength', 'of type number', length);
      }
      if (length !== digest.outputLen) throw new Error('invalid digest size');
    }
    this.#running = copied?.[COPIED] ?? digest.create();
  }

  copy(options?: HashOptions): HashStream {
    if (this.#ended) throw finalized();
    return new HashStream(this.#name, options, { [COPIED]: this.#running.clone() });
  }

  update(data: unknown, encoding?: unknown): this {
    const bytes = dataOf(data, encoding);
    if (this.#ended) throw finalized();
    this.#running.update(bytes);
    return this;
  }

  digest(encoding?: unknown): string | Buffer {
    if (this.#ended) throw finalized();
    const write = writerOf(encoding);
    this.#ended = true;
    return write(this.#running.digest());
  }

  override _transform(chunk: unknown, encoding: unknown, callback: TransformCallback): void {
    this.#running.update(dataOf(chunk, encoding));
    callback();
  }

  override _flush(callback: TransformCallback): void {
    this.push(this.digest());
    callback();
  }
}

class HmacStream extends Transform {
  readonly #running: Pick<Running<unknown>, 'update' | 'digest'>;
  #ended = false;

  constructor(algorithm: unknown, key: unknown, options?: TransformOptions) {
    super(options);
    requireString(algorithm, 'hmac');
    // Checked in the line before.
    const digest = digestOf(algorithm as string);
    const secret =
      key instanceof KeyObject
        ? secretOf(key)
        : requireBytes(key, 'key', 'ArrayBuffer, Buffer, ArrayBufferView, KeyObject, or CryptoKey');
    if (!digest) throw digestNotSupported();
    this.#running = hmac.create(digest, secret);
  }

  update(data: unknown, encoding?: unknown): this {
    const bytes = dataOf(data, encoding);
    if (this.#ended) throw finalized();
    this.#running.update(bytes);
    return this;
  }

  /** A second time it is empty. */
  digest(encoding?: unknown): string | Buffer {
    const write = writerOf(encoding);
    if (this.#ended) return write(new Uint8Array());
    this.#ended = true;
    return write(this.#running.digest());
  }

  override _transform(chunk: unknown, encoding: unknown, callback: TransformCallback): void {
    this.#running.update(dataOf(chunk, encoding));
    callback();
  }

  override _flush(callback: TransformCallback): void {
    this.push(this.digest());
    callback();
  }
}

/** They are called with `new` or without. */
export const Hash = callable(HashStream, 'Hash');
export const Hmac = callable(HmacStream, 'Hmac');

function callable<Class extends new (...values: never[]) => object>(
  of: Class,
  name: string,
): Class {
  Object.defineProperty(of, 'name', { value: name });
  const called = new Proxy(of, {
    apply: (target, _, values) => Reflect.construct(target, values),
  });
  Object.defineProperty(of.prototype, 'constructor', { value: called });
  return called;
}

export function createHash(algorithm?: unknown, options?: HashOptions): HashStream {
  return new Hash(algorithm, options);
}

export function createHmac(
  algorithm?: unknown,
  key?: unknown,
  options?: TransformOptions,
): HmacStream {
  return new Hmac(algorithm, key, options);
}

/** A digest at once. */
export function hash(algorithm?: unknown, data?: unknown, outputEncoding: unknown = 'hex') {
  requireString(algorithm, 'algorithm');
  const bytes = dataOf(data, undefined);
  requireString(outputEncoding, 'outputEncoding');
  return createHash(algorithm).update(bytes).digest(outputEncoding);
}

function dataOf(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data === 'string') return bytesOfText(data, encoding);
  const bytes = ArrayBuffer.isView(data) ? bytesIn(data) : undefined;
  if (bytes) return bytes;
  throw invalidArgType(
    'data',
    'of type string or an instance of Buffer, TypedArray, or DataView',
    data,
  );
}

/** How a digest is given; checked before there is one. */
function writerOf(encoding: unknown): (bytes: Uint8Array) => string | Buffer {
  if (encoding === undefined || encoding === 'buffer') return (bytes) => Buffer.from(bytes);
  const name = requireEncoding(encoding);
  return (bytes) => Buffer.from(bytes).toString(name);
}

function finalized(): Error {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
}
