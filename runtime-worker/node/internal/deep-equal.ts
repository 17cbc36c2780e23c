/** Whether two values are equal as `assert.deepStrictEqual` of Node.js has it. */

type Pairs = Map<object, object>;

export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  return equal(a, b, new Map());
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function equal(a: unknown, b: unknown, pairs: Pairs): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || typeof a === 'function' || typeof b === 'function') {
    return false;
  }
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (tagOf(a) !== tagOf(b)) return false;
  // Met before on the way down: equal as far as the rest is.
  if (pairs.get(a) === b) return true;
  pairs.set(a, b);
  try {
    return sameContent(a, b, pairs) && sameProperties(a, b, pairs);
  } finally {
    pairs.delete(a);
  }
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value);
}

function sameContent(a: object, b: object, pairs: Pairs): boolean {
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (a instanceof RegExp && b instanceof RegExp) {
    return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
  }
  if (a instanceof Error && b instanceof Error) {
    return a.message === b.message && a.name === b.name && equal(a.cause, b.cause, pairs);
  }
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return sameBytes(bytesOf(a), bytesOf(b));
  if (a instanceof ArrayBuffer && b instanceof ArrayBuffer) {
    return sameBytes(new Uint8Array(a), new Uint8Array(b));
  }
  if (a instanceof Set && b instanceof Set) return sameSets(a, b, pairs);
  if (a instanceof Map && b instanceof Map) return sameMaps(a, b, pairs);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length;
  for (const Class of [Number, String, Boolean, BigInt, Symbol]) {
    if (a instanceof Class && b instanceof Class) return Object.is(a.valueOf(), b.valueOf());
  }
  return !(a instanceof WeakMap || a instanceof WeakSet || a instanceof Promise);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function sameSets(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, pairs: Pairs): boolean {
  if (a.size !== b.size) return false;
  const left = [...b].filter((value) => !a.has(value));
  for (const value of a) {
    if (b.has(value)) continue;
    const index = left.findIndex((other) => equal(value, other, pairs));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return true;
}

function sameMaps(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  pairs: Pairs,
): boolean {
  if (a.size !== b.size) return false;
  const left = [...b].filter(([key]) => !a.has(key));
  for (const [key, value] of a) {
    if (b.has(key)) {
      if (!equal(value, b.get(key), pairs)) return false;
      continue;
    }
    const index = left.findIndex(
      ([other, otherValue]) => equal(key, other, pairs) && equal(value, otherValue, pairs),
    );
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return true;
}

function sameProperties(a: object, b: object, pairs: Pairs): boolean {
  const keys = enumerableKeys(a);
  if (keys.length !== enumerableKeys(b).length) return false;
  return keys.every(
    (key) =>
      Object.prototype.propertyIsEnumerable.call(b, key) &&
      equal(Reflect.get(a, key), Reflect.get(b, key), pairs),
  );
}

function enumerableKeys(value: object): readonly PropertyKey[] {
  // The bytes of a view were compared.
  if (ArrayBuffer.isView(value)) return [];
  return Reflect.ownKeys(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key),
  );
}

/** Whether `actual` has all that `expected` has, as `assert.partialDeepStrictEqual` has it. */
export function includesDeep(actual: unknown, expected: unknown): boolean {
  if (isDeepStrictEqual(actual, expected)) return true;
  if (!isObject(actual) || !isObject(expected) || tagOf(actual) !== tagOf(expected)) return false;
  if (expected instanceof Set && actual instanceof Set) {
    const left = [...actual];
    return [...expected].every((value) => taken(left, value));
  }
  if (expected instanceof Map && actual instanceof Map) {
    return [...expected].every(
      ([key, value]) => actual.has(key) && includesDeep(actual.get(key), value),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.every((value, index) => index in actual && includesDeep(actual[index], value));
  }
  if (Object.getPrototypeOf(expected) !== Object.getPrototypeOf(actual)) return false;
  const keys = enumerableKeys(expected);
  return (
    keys.length > 0 &&
    keys.every(
      (key) => key in actual && includesDeep(Reflect.get(actual, key), Reflect.get(expected, key)),
    )
  );
}

function taken(values: readonly unknown[], wanted: unknown): boolean {
  return values.some((value) => includesDeep(value, wanted));
}
