/** How much is in a value that was cloned, or is about to be. */

interface ClonedSize {
  /** As V8 writes it, which is what workerd counts. */
  readonly bytes: number;
  /** How many values it is made of, itself included. */
  readonly values: number;
  /** How deep they are in each other: 1 for a value without members. */
  readonly depth: number;
}

/** The mark of the format and its version. */
const HEADER = 2;

/**
 * Measures a value without recursion, whatever it is.
 * @param most Where it is made of more values, it is not looked at any further.
 * @returns `undefined` where something in it is no data, so that nobody knows what it holds.
 * @see https://github.com/v8/v8/blob/main/src/objects/value-serializer.cc
 */
export function clonedSizeOf(root: unknown, most: number): ClonedSize | undefined {
  const seen = new Map<object, number>();
  const ahead: [value: unknown, depth: number][] = [[root, 1]];
  let bytes = HEADER;
  /** What ends objects: it is behind their members, so that it moves none of them. */
  let ends = 0;
  let values = 0;
  let deepest = 1;
  for (;;) {
    const next = ahead.pop();
    if (!next) return { bytes: bytes + ends, values, depth: deepest };
    const [value, depth] = next;
    values += 1;
    deepest = Math.max(deepest, depth);
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function' || typeof value === 'symbol') return undefined;
      bytes += bytesOfPrimitive(value, bytes);
      continue;
    }
    const index = seen.get(value);
    if (index !== undefined) {
      bytes += 1 + varint(index);
      continue;
    }
    seen.set(value, seen.size);
    // Before its members are looked at: one that is all holes may be as long as it likes.
    if (Array.isArray(value) && value.length > most) {
      return { bytes, values: most + 1, depth: deepest };
    }
    const content = contentOf(value);
    if (!content) return undefined;
    bytes += content.bytes;
    ends += content.end ?? 0;
    const { members } = content;
    if (values + ahead.length + members.length > most) {
      return { bytes, values: most + 1, depth: deepest };
    }
    for (let last = members.length - 1; last >= 0; last -= 1) {
      ahead.push([members[last], depth + 1]);
    }
  }
}

interface Content {
  /** What is written before the members. */
  readonly bytes: number;
  /** What is written after them. */
  readonly end?: number;
  readonly members: readonly unknown[];
}

const NOTHING: readonly unknown[] = [];

function contentOf(value: object): Content | undefined {
  if (Array.isArray(value)) {
    const length = varint(value.length);
    return { bytes: 1 + length, end: 2 + length, members: Object.values(value) };
  }
  if (value instanceof ArrayBuffer) return leaf(1 + varint(value.byteLength) + value.byteLength);
  if (ArrayBuffer.isView(value)) {
    // The whole buffer travels.
    const { byteLength, byteOffset, buffer } = value;
    const whole = 1 + varint(buffer.byteLength) + buffer.byteLength;
    return leaf(whole + 3 + varint(byteOffset) + varint(byteLength));
  }
  if (value instanceof Map) {
    return { bytes: 1, end: 1 + varint(2 * value.size), members: [...value].flat() };
  }
  if (value instanceof Set) return { bytes: 1, end: 1 + varint(value.size), members: [...value] };
  if (value instanceof Date) return leaf(9);
  if (value instanceof RegExp) return leaf(2 + bytesOfText(value.source, 0));
  if (value instanceof Error) {
    return { bytes: 6, members: [value.name, value.message, value.stack, value.cause] };
  }
  if (value instanceof Blob) return leaf(16);
  if (value instanceof Boolean) return leaf(1);
  if (value instanceof Number) return leaf(9);
  if (value instanceof String || value instanceof BigInt) {
    return { bytes: 1, members: [value.valueOf()] };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const keys = Object.keys(value);
  return {
    bytes: 1 + bytesOfKeys(keys),
    end: 1 + varint(keys.length),
    members: Object.values(value),
  };
}

function leaf(bytes: number): Content {
  return { bytes, members: NOTHING };
}

function bytesOfKeys(keys: readonly string[]): number {
  let bytes = 0;
  for (const key of keys) bytes += bytesOfText(key, 0);
  return bytes;
}

const LARGEST_SMALL_INTEGER = 2 ** 30;

/** @param offset How much is before it: what is not one byte a unit is aligned. */
function bytesOfPrimitive(value: unknown, offset: number): number {
  switch (typeof value) {
    case 'string':
      return bytesOfText(value, offset);
    case 'number': {
      const isSmall =
        Number.isInteger(value) &&
        !Object.is(value, -0) &&
        value < LARGEST_SMALL_INTEGER &&
        value >= -LARGEST_SMALL_INTEGER;
      return isSmall ? 1 + varint(value < 0 ? -2 * value - 1 : 2 * value) : 9;
    }
    case 'bigint': {
      const digits = Math.ceil(value.toString(16).length / 2);
      return 1 + varint(digits) + digits;
    }
    default:
      return 1;
  }
}

const NOT_LATIN1 = /[^\0-\xff]/;

function bytesOfText(text: string, offset: number): number {
  if (!NOT_LATIN1.test(text)) return 1 + varint(text.length) + text.length;
  const bytes = 2 * text.length;
  const head = 1 + varint(bytes);
  return head + bytes + ((offset + head) % 2);
}

/** How many bytes a number takes at 7 bits a byte. */
function varint(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}
