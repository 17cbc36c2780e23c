/** `node:buffer`: the package `buffer`, with what today's Node.js has besides. */
import { Buffer } from 'buffer/';
import { completeEncodings } from './internal/buffer-encodings';
import { invalidArgType, notImplemented } from './internal/errors';

completeEncodings(Buffer);

export { Buffer };
export const INSPECT_MAX_BYTES = 50;
export const kMaxLength = 0x7fff_ffff;
export const SlowBuffer = Buffer.allocUnsafeSlow;
export const kStringMaxLength = 536_870_888;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };
export const { Blob, File } = globalThis;
export const atob = globalThis.atob.bind(globalThis);
export const btoa = globalThis.btoa.bind(globalThis);

type Bytes = ArrayBuffer | ArrayBufferView;

function bytesOf(input: Bytes): Uint8Array {
  if (ArrayBuffer.isView(input))
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  throw invalidArgType('input', 'an instance of ArrayBuffer, Buffer, or Uint8Array', input);
}

export function isAscii(input: Bytes): boolean {
  return bytesOf(input).every((byte) => byte < 0x80);
}

export function isUtf8(input: Bytes): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(input));
    return true;
  } catch {
    return false;
  }
}

type Encoding = 'utf8' | 'latin1' | 'ascii' | 'utf16le';

export function transcode(source: Uint8Array, from: Encoding, to: Encoding): Buffer {
  const text = Buffer.from(source).toString(from);
  if (to !== 'latin1' && to !== 'ascii') return Buffer.from(text, to);
  const limit = to === 'ascii' ? 0x7f : 0xff;
  const known = [...text].map((character) =>
    (character.codePointAt(0) ?? 0) <= limit ? character : '?',
  );
  return Buffer.from(known.join(''), to);
}

export function resolveObjectURL(): never {
  throw notImplemented('buffer.resolveObjectURL');
}

export default {
  Blob,
  Buffer,
  File,
  INSPECT_MAX_BYTES,
  SlowBuffer,
  atob,
  btoa,
  constants,
  isAscii,
  isUtf8,
  kMaxLength,
  kStringMaxLength,
  resolveObjectURL,
  transcode,
};
