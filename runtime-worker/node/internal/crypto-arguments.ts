/** What the functions of `node:crypto` are given, checked in its words. */
import { Buffer } from 'node:buffer';
import { invalidArgType, nodeError, outOfRange, requireFunction } from './errors';

export const LARGEST_LENGTH = 2_147_483_647;

export type Callback = (error: unknown, value?: unknown) => void;

/** The bytes of a view or a buffer; `undefined` where it is neither. */
export function bytesIn(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const isBuffer =
    value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer);
  return isBuffer ? new Uint8Array(value) : undefined;
}

/** @throws where the encoding is none that a Buffer knows. */
export function bytesOfText(text: string, encoding: unknown): Uint8Array {
  if (encoding === undefined || encoding === 'buffer') return Buffer.from(text);
  return Buffer.from(text, requireEncoding(encoding));
}

/** @throws where the encoding is none that a Buffer knows. */
export function requireEncoding(encoding: unknown): BufferEncoding {
  const name = `${encoding}`;
  // What it is is told by the function.
  if (Buffer.isEncoding(name)) return name as BufferEncoding;
  throw nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${name}`);
}

/** The bytes of what a key, a salt or a password is given as. */
export function requireBytes(value: unknown, name: string, expected: string): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value) : bytesIn(value);
  if (bytes) return bytes;
  throw invalidArgType(name, `of type string or an instance of ${expected}`, value);
}

/** An integer from `least` to `most`. */
export function requireInteger(
  value: unknown,
  name: string,
  least: number,
  most = LARGEST_LENGTH,
): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value >= least && value <= most) return value;
  throw outOfRange(name, `>= ${least} && <= ${most}`, value);
}

/** Works later, and tells the callback what came of it. @throws where there is none. */
export function later(work: () => unknown, callback: unknown): void {
  requireFunction(callback, 'callback');
  // Checked in the line before.
  const call = callback as Callback;
  new Promise((resolve) => resolve(work())).then(
    (value) => queueMicrotask(() => call(null, value)),
    (error) => queueMicrotask(() => call(error)),
  );
}

export function digestNotSupported(): Error {
  return new Error('Digest method not supported');
}
