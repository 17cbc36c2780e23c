import { RPC_BYTES, RPC_DEPTH, RPC_VALUES } from '../../bounds';
import { clonedSizeOf } from '../../cloned-size';
import type { Encoded, Special } from './wire';

// Taken before user code can replace them.
const NativeDomException = DOMException;
const { getPrototypeOf, keys, prototype: objectPrototype } = Object;
const { get, set } = Reflect;
const { isArray } = Array;
/** So many at most stand for one in a message. */
const VALUES_OF_A_SPECIAL = 8;
/** What a structured clone carries as it is, and RPC with it. */
const CLONED = [Date, RegExp, ArrayBuffer, Error, Boolean, Number, String, Blob];

/**
 * Makes a value ready to travel by structured clone.
 * @param refer What stands for a value that cannot be cloned; `undefined` where nothing does.
 * @throws {DOMException} DataCloneError, in workerd's words.
 * @throws where it is too large for one message.
 */
export function encode(given: unknown, refer: (value: object) => Special | undefined): Encoded {
  const specials: [object, Special][] = [];
  const copies = new Map<object, unknown>();
  let count = 0;
  function walk(value: unknown): unknown {
    count += 1;
    if (count > RPC_VALUES) throw tooMany();
    if (typeof value === 'symbol') throw cannotClone(String(value));
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    if (copies.has(value)) return copies.get(value);
    const special = refer(value);
    if (special) {
      count += VALUES_OF_A_SPECIAL;
      const placeholder = {};
      copies.set(value, placeholder);
      specials.push([placeholder, special]);
      return placeholder;
    }
    const copy = emptyCopyOf(value);
    copies.set(value, copy);
    if (copy === value) return value;
    if (value instanceof Map) {
      for (const [key, entry] of value) Reflect.apply(mapSet, copy, [walk(key), walk(entry)]);
    } else if (value instanceof Set) {
      for (const entry of value) Reflect.apply(setAdd, copy, [walk(entry)]);
    } else {
      if (isArray(value) && value.length > RPC_VALUES) throw tooMany();
      for (const key of keys(value)) set(copy, key, walk(get(value, key)));
      if (isArray(value)) set(copy, 'length', value.length);
    }
    return copy;
  }
  const value = walk(given);
  requireBounded(value);
  requireBounded(specials);
  return { value, specials };
}

/** @throws in workerd's words where a value is too large or too deep for one message. */
function requireBounded(value: unknown): void {
  const size = clonedSizeOf(value, RPC_VALUES);
  if (!size) return;
  if (size.depth > RPC_DEPTH) throw new RangeError('Maximum call stack size exceeded');
  if (size.values > RPC_VALUES) throw tooMany();
  if (size.bytes > RPC_BYTES) {
    throw new Error(
      `Serialized RPC arguments or return values are limited to 32MiB, but the size of this value was: ${size.bytes} bytes.`,
    );
  }
}

const { set: mapSet } = Map.prototype;
const { add: setAdd } = Set.prototype;

/** What its members are copied into, or the value itself where it is cloned as a whole. */
function emptyCopyOf(value: object): object {
  if (isArray(value)) return [];
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (getPrototypeOf(value) === objectPrototype) return {};
  if (ArrayBuffer.isView(value) || CLONED.some((kind) => value instanceof kind)) return value;
  if (value instanceof Promise) throw cannotClone('#<Promise>');
  const tag = Reflect.get(value, Symbol.toStringTag);
  if (tag === 'Generator' || tag === 'AsyncGenerator') throw cannotClone(`[object ${tag}]`);
  if (value instanceof AbortSignal)
    throw dataCloneError('AbortSignal serialization is not enabled.');
  const name = value.constructor?.name ?? 'Object';
  throw dataCloneError(
    `Could not serialize object of type "${name}". This type does not support serialization.`,
  );
}

function tooMany(): RangeError {
  return new RangeError(
    `RPC arguments or return values are limited to ${RPC_VALUES} values in each other here, and this one has more.`,
  );
}

function cannotClone(what: string): DOMException {
  return dataCloneError(`${what} could not be cloned.`);
}

function dataCloneError(message: string): DOMException {
  return new NativeDomException(message, 'DataCloneError');
}

/** The value that travelled. `revive` is called once for each special in it. */
export function decode({ value: root, specials }: Encoded, revive: (special: Special) => unknown) {
  if (specials.length === 0) return root;
  const revived = new Map(specials.map(([placeholder, special]) => [placeholder, revive(special)]));
  const seen = new Set<object>();
  function walk(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (revived.has(value)) return revived.get(value);
    if (seen.has(value)) return value;
    seen.add(value);
    if (value instanceof Map) {
      const entries = [...value];
      value.clear();
      for (const [key, entry] of entries) value.set(walk(key), walk(entry));
    } else if (value instanceof Set) {
      const entries = [...value];
      value.clear();
      for (const entry of entries) value.add(walk(entry));
    } else if (Array.isArray(value) || getPrototypeOf(value) === objectPrototype) {
      for (const [key, entry] of Object.entries(value)) Reflect.set(value, key, walk(entry));
    }
    return value;
  }
  return walk(root);
}
