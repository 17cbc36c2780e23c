/** What of `node:crypto` is random. */
import { Buffer } from 'node:buffer';
import { type Callback, later, requireInteger } from './crypto-arguments';
import { invalidArgType, outOfRange, requireFunction } from './errors';

export function randomBytes(...given: [size?: unknown, callback?: unknown]): Buffer | undefined {
  const [size, callback] = given;
  const length = requireInteger(size, 'size', 0);
  const work = () => crypto.getRandomValues(Buffer.alloc(length));
  if (callback === undefined) return work();
  // workerd does not say what it got instead of one.
  later(work, typeof callback === 'function' ? callback : undefined);
  return undefined;
}

/** What was filled, and nothing of what is around it. */
export function randomFillSync(target?: unknown, offset?: unknown, size?: unknown): Uint8Array {
  return readRandomFill(target, offset, size)();
}

export function randomFill(target?: unknown, ...rest: unknown[]): void {
  const callback = rest.find((value) => typeof value === 'function');
  requireFunction(callback, 'callback');
  const [offset, size] = rest.slice(0, rest.indexOf(callback));
  const fill = readRandomFill(target, offset, size);
  later(() => {
    fill();
    return target;
  }, callback);
}

type Integers = Uint8Array<ArrayBuffer>;

function readRandomFill(target: unknown, offset: unknown, size: unknown): () => Integers {
  if (!(target instanceof ArrayBuffer) && !ArrayBuffer.isView(target)) {
    throw invalidArgType(
      'buffer',
      'an instance of TypedArray, DataView, ArrayBuffer, or SharedArrayBuffer',
      target,
    );
  }
  const from = offset === undefined ? 0 : requireInteger(offset, 'offset', 0);
  const length =
    size === undefined
      ? target.byteLength
      : requireInteger(size, 'size', 0, target.byteLength - from);
  // A DataView has no elements: then it fails, as in workerd.
  const view = (target instanceof ArrayBuffer ? Buffer.from(target) : target) as Integers;
  return () => crypto.getRandomValues(view.subarray(from, from + length));
}

const MOST = 2 ** 48 - 1;

/** An integer from `min` to below `max`. */
export function randomInt(...given: unknown[]): number | undefined {
  const isSpan = given.length > 1 && typeof given[1] !== 'function';
  const [min, max, callback] = isSpan ? given : [0, ...given];
  const least = requireSafe(min, 'min');
  const end = requireSafe(max, 'max');
  if (end <= least) throw outOfRange('min', 'min < max', least);
  const span = end - least;
  if (span > MOST) throw outOfRange('max', `<= ${MOST}`, span);
  const work = () => least + below(span);
  if (typeof callback !== 'function') return work();
  later(work, callback as Callback);
  return undefined;
}

function requireSafe(value: unknown, name: string): number {
  return requireInteger(value, name, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

/** Each with the same chance: what is past the last whole span is thrown away. */
function below(span: number): number {
  const limit = 2 ** 48 - (2 ** 48 % span);
  for (;;) {
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
    const value = (high % 2 ** 16) * 2 ** 32 + low;
    if (value < limit) return value % span;
  }
}

export function randomUUID(options?: { readonly disableEntropyCache?: unknown }): string {
  if (options !== undefined) {
    if (typeof options !== 'object' || options === null) {
      throw invalidArgType('options', 'of type object', options);
    }
    const { disableEntropyCache: flag } = options;
    if (flag !== undefined && typeof flag !== 'boolean') {
      throw invalidArgType('options.disableEntropyCache', 'of type boolean', flag);
    }
  }
  return crypto.randomUUID();
}
