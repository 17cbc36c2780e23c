/**
 * `crypto.subtle` and what else of Web Crypto browsers have only in secure contexts, which an isolate is
 * not. The sandbox frame is one: it does the work and keeps the keys, and here are their handles.
 */
import type { CryptoAnswer, CryptoKeyHandle, CryptoQuestion, KeyReference } from '../protocol';
import { bytesOf, isBufferSource } from './bytes';
import { DigestStream, hashOf } from './digest-stream';
import { MAKING, placeClasses, platform, requireMaking, tag } from './place';

const { cryptoPort } = platform;
const post = cryptoPort.postMessage.bind(cryptoPort);
const waiting = new Map<number, PromiseWithResolvers<unknown>>();
let last = 0;

cryptoPort.onmessage = ({ data }: MessageEvent<CryptoAnswer>) => {
  const asked = waiting.get(data.question);
  waiting.delete(data.question);
  if ('error' in data) asked?.reject(errorOf(data.error));
  else asked?.resolve(handlesIn(data.result));
};

function errorOf({ name, message }: { name: string; message: string }): Error {
  return name === 'TypeError' ? new TypeError(message) : new DOMException(message, name);
}

const forgotten = new FinalizationRegistry<number>((key) => {
  post({ forget: key } satisfies CryptoQuestion);
});

/** By handle: the number of the frame's key. */
const keys = new WeakMap<object, number>();

class CryptoKey {
  readonly type!: string;
  readonly extractable!: boolean;
  readonly algorithm!: object;
  readonly usages!: readonly string[];

  constructor(making?: unknown, handle?: CryptoKeyHandle) {
    requireMaking(making);
    if (!handle) return;
    const { key, type, extractable, algorithm, usages } = handle;
    for (const [name, value] of Object.entries({ type, extractable, algorithm, usages })) {
      Object.defineProperty(this, name, { value, enumerable: true, configurable: true });
    }
    keys.set(this, key);
    forgotten.register(this, key);
  }
}

/** What the frame answered, with handles in place of its keys. */
function handlesIn(result: unknown): unknown {
  if (!isRecord(result)) return result;
  if (isHandle(result.isolabKey)) return new CryptoKey(MAKING, result.isolabKey);
  if ('privateKey' in result && 'publicKey' in result) {
    return { publicKey: handlesIn(result.publicKey), privateKey: handlesIn(result.privateKey) };
  }
  return result;
}

function isHandle(value: unknown): value is CryptoKeyHandle {
  return isRecord(value) && typeof value.key === 'number';
}

/** Values for the frame: it knows the keys by number, also those in an algorithm (`public`). */
function referencesIn(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const key = keys.get(value);
  if (key !== undefined) return { isolabKey: key } satisfies KeyReference;
  if (isBufferSource(value) || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, referencesIn(member)]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Which parameter of each method is a key. */
const KEY_PARAMETERS: Readonly<Record<string, readonly number[]>> = {
  encrypt: [1],
  decrypt: [1],
  sign: [1],
  verify: [1],
  deriveBits: [1],
  deriveKey: [1],
  exportKey: [1],
  wrapKey: [1, 2],
  unwrapKey: [2],
};

function ask(method: string, values: readonly unknown[]): Promise<unknown> {
  for (const parameter of KEY_PARAMETERS[method] ?? []) {
    if (!keys.has(Object(values[parameter]))) {
      throw new TypeError(
        `Failed to execute '${method}' on 'SubtleCrypto': parameter ${parameter + 1} is not of type 'CryptoKey'.`,
      );
    }
  }
  last += 1;
  const asked = Promise.withResolvers<unknown>();
  waiting.set(last, asked);
  post({ question: last, method, values: values.map(referencesIn) } satisfies CryptoQuestion);
  return asked.promise;
}

class SubtleCrypto {
  constructor(making?: unknown) {
    requireMaking(making);
  }

  async digest(...[algorithm, data]: unknown[]): Promise<ArrayBuffer> {
    const { name, hash } = hashOf(algorithm, notA('digest', 1, 'string or HashAlgorithm'));
    if (!isBufferSource(data)) throw new TypeError(notA('digest', 2, 'BufferSource'));
    if (name === 'MD5') return hash(bytesOf(data, '')).slice().buffer;
    const digest = await ask('digest', [name, data]);
    return digest as ArrayBuffer;
  }

  /** Whether the bytes are the same, in a time that does not depend on them. */
  timingSafeEqual(a: unknown, b: unknown): boolean {
    for (const [index, value] of [a, b].entries()) {
      if (!isBufferSource(value)) {
        throw new TypeError(notA('timingSafeEqual', index + 1, 'BufferSource'));
      }
    }
    const [left, right] = [bytesOf(a, ''), bytesOf(b, '')];
    if (left.byteLength !== right.byteLength) {
      throw new TypeError('Input buffers must have the same byte length.');
    }
    let difference = 0;
    for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
    return difference === 0;
  }
}

function notA(method: string, parameter: number, type: string): string {
  return `Failed to execute '${method}' on 'SubtleCrypto': parameter ${parameter} is not of type '${type}'.`;
}

const ASKED = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'generateKey',
  'deriveKey',
  'deriveBits',
  'importKey',
  'exportKey',
  'wrapKey',
  'unwrapKey',
];

function defineMembers(holder: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(holder, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}

defineMembers(
  SubtleCrypto.prototype,
  Object.fromEntries(
    ASKED.map((method) => [method, async (...values: unknown[]) => ask(method, values)]),
  ),
);

const { getRandomValues } = crypto;
/** Bytes. */
const RANDOM_LIMIT = 65536;

function randomUUID(): string {
  const bytes = new Uint8Array(16);
  getRandomValues.call(crypto, bytes);
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

tag(DigestStream.prototype, 'DigestStream');
Object.defineProperty(DigestStream, 'name', { value: 'DigestStream' });
placeClasses({ SubtleCrypto, CryptoKey });
const subtle = new SubtleCrypto(MAKING);
Object.defineProperty(Crypto.prototype, 'subtle', {
  get: () => subtle,
  configurable: true,
  enumerable: true,
});
defineMembers(Crypto.prototype, {
  DigestStream,
  randomUUID,
  getRandomValues(this: Crypto, ...values: unknown[]): unknown {
    const [array] = values;
    if (!ArrayBuffer.isView(array)) {
      throw new TypeError(
        "Failed to execute 'getRandomValues' on 'Crypto': parameter 1 is not of type 'ArrayBufferView'.",
      );
    }
    if (array.byteLength > RANDOM_LIMIT) {
      throw new DOMException(
        `getRandomValues() only accepts buffers of size <= 64K but provided ${array.byteLength} bytes.`,
        'QuotaExceededError',
      );
    }
    try {
      return Reflect.apply(getRandomValues, crypto, [array]);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      throw new DOMException(
        'ArrayBufferView argument to getRandomValues() must be an integer-typed view.',
        'TypeMismatchError',
      );
    }
  },
});
