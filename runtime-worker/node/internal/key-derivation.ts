/** `pbkdf2`, `hkdf` and `scrypt` of `node:crypto`, and their `…Sync`. */
import { Buffer } from 'node:buffer';
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { pbkdf2 as noblePbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js';
import type { CHash } from '@noble/hashes/utils.js';
import { later, requireBytes, requireInteger } from './crypto-arguments';
import { digestOf } from './digests';
import { invalidArgType, nodeError, outOfRange, requireFunction, requireString } from './errors';
import { KeyObject, secretOf } from './secret-key';

const BYTES = 'ArrayBuffer, Buffer, TypedArray, or DataView';

type Parameters = readonly [
  password?: unknown,
  salt?: unknown,
  iterations?: unknown,
  keylen?: unknown,
  digest?: unknown,
];

export function pbkdf2Sync(...given: Parameters): Buffer {
  return readPbkdf2(given)();
}

export function pbkdf2(...given: [...Parameters, callback?: unknown]): void {
  const [password, salt, iterations, keylen, digest, callback] = given;
  const work = readPbkdf2([password, salt, iterations, keylen, digest]);
  later(work, callback);
}

function readPbkdf2([password, salt, iterations, keylen, digest]: Parameters): () => Buffer {
  requireString(digest, 'digest');
  const secret = requireBytes(password, 'password', BYTES);
  const salted = requireBytes(salt, 'salt', BYTES);
  const c = requireInteger(iterations, 'iterations', 1);
  const dkLen = requireInteger(keylen, 'keylen', 0);
  return () => {
    const of = requireDigest(digest, 'Pbkdf2', '.');
    return bufferOf(dkLen === 0 ? undefined : noblePbkdf2(of, secret, salted, { c, dkLen }));
  };
}

export function hkdfSync(
  digest?: unknown,
  ikm?: unknown,
  salt?: unknown,
  info?: unknown,
  length?: unknown,
): ArrayBuffer {
  return readHkdf(digest, ikm, salt, info, length)();
}

export function hkdf(
  digest?: unknown,
  ikm?: unknown,
  salt?: unknown,
  info?: unknown,
  length?: unknown,
  callback?: unknown,
): void {
  later(readHkdf(digest, ikm, salt, info, length), callback);
}

const MOST_INFO = 1024;

function readHkdf(
  digest: unknown,
  ikm: unknown,
  salt: unknown,
  info: unknown,
  length: unknown,
): () => ArrayBuffer {
  requireString(digest, 'digest');
  const key =
    ikm instanceof KeyObject
      ? secretOf(ikm)
      : requireBytes(ikm, 'ikm', 'SecretKeyObject, ArrayBuffer, TypedArray, DataView, or Buffer');
  const salted = requireBytes(salt, 'salt', 'ArrayBuffer, TypedArray, DataView, or Buffer');
  const about = requireBytes(info, 'info', 'ArrayBuffer, TypedArray, DataView, or Buffer');
  if (about.byteLength > MOST_INFO) {
    throw outOfRange('info', `must not contain more than ${MOST_INFO} bytes`, about.byteLength);
  }
  const wanted = requireInteger(length, 'length', 0);
  return () => {
    const of = requireDigest(digest, 'Hkdf', '');
    if (wanted > 255 * of.outputLen) throw new RangeError('Invalid Hkdf key length');
    if (wanted === 0) return new ArrayBuffer(0);
    return Uint8Array.from(nobleHkdf(of, key, salted, about, wanted)).buffer;
  };
}

/** Other names of the options, and what they are by default. */
const SCRYPT = [
  ['N', 'cost', 16_384],
  ['r', 'blockSize', 8],
  ['p', 'parallelization', 1],
] as const;
const SCRYPT_MEMORY = 32 * 1024 * 1024;
/** workerd lets nobody have more: of memory in KiB, and of lanes. */
const MOST_COST = 1_048_576;
const MOST_LANES = 16;
const LARGEST_MEMORY = 2 ** 31;

export function scryptSync(
  password?: unknown,
  salt?: unknown,
  keylen?: unknown,
  options?: unknown,
): Buffer {
  return readScrypt(password, salt, keylen, options)();
}

export function scrypt(
  password?: unknown,
  salt?: unknown,
  keylen?: unknown,
  ...rest: [options?: unknown, callback?: unknown]
): void {
  const [options, callback] =
    typeof rest[0] === 'function' || rest.length < 2 ? [undefined, rest[0]] : rest;
  const work = readScrypt(password, salt, keylen, options);
  requireFunction(callback, 'callback');
  later(work, callback);
}

function readScrypt(
  password: unknown,
  salt: unknown,
  keylen: unknown,
  options: unknown,
): () => Buffer {
  const given = typeof options === 'object' && options !== null ? { ...options } : {};
  const [N, r, p] = SCRYPT.map(([name, other, otherwise]) => {
    const [value, alias] = [numberIn(given, name), numberIn(given, other)];
    if (value !== undefined && alias !== undefined) {
      throw nodeError(
        TypeError,
        'ERR_INVALID_ARG_VALUE',
        `The argument '${other}' is invalid. Received ${alias}`,
      );
    }
    // Zero is none, as in Node.js.
    return value || alias || otherwise;
  }) as [number, number, number];
  const maxmem = numberIn(given, 'maxmem') || SCRYPT_MEMORY;
  const secret = requireBytes(password, 'password', BYTES);
  const salted = requireBytes(salt, 'salt', BYTES);
  const dkLen = requireInteger(keylen, 'keylen', 0);
  return () => {
    if (N >= MOST_COST || p > MOST_LANES || maxmem > LARGEST_MEMORY) {
      throw new RangeError(`Scrypt failed: cost exceeds maximum (${MOST_COST}).`);
    }
    if (N < 2 || (N & (N - 1)) !== 0 || 128 * r * (N + p + 2) > maxmem) {
      throw new Error('Scrypt failed');
    }
    if (dkLen === 0) return bufferOf(undefined);
    return bufferOf(nobleScrypt(secret, salted, { N, r, p, dkLen, maxmem: 2 ** 31 }));
  };
}

function numberIn(options: object, name: string): number | undefined {
  const value: unknown = Reflect.get(options, name);
  if (value === undefined || typeof value === 'number') return value;
  throw invalidArgType(name, 'of type number', value);
}

function requireDigest(name: unknown, what: string, end: string): CHash {
  const found = digestOf(`${name}`);
  if (found) return found;
  throw new TypeError(`Invalid ${what} digest: ${name}${end}`);
}

function bufferOf(bytes: Uint8Array | undefined): Buffer {
  return Buffer.from(bytes ?? new Uint8Array());
}
