import { RELATED_LIMIT, RPC_BYTES, RPC_DEPTH, RPC_VALUES, TEXT_LIMIT } from '../bounds';
import { clonedSizeOf } from '../cloned-size';
import type { Thrown } from '../protocol';
import { withKnownNames } from './stack-names';

// Taken before user code can replace them.
const NativeError = Error;
const NativeAggregateError = AggregateError;
const CLASSES = [
  AggregateError,
  DOMException,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
].map((Class) => [Class.name, Class] as const);
const clone = structuredClone;
const { apply, get, ownKeys } = Reflect;
const objectText = Object.prototype.toString;
const functionText = Function.prototype.toString;
const { isArray } = Array;

type Described = Pick<Thrown, 'name' | 'message' | 'stack' | 'class'>;

/** Anything thrown, as data. Of what is no error it says what V8 says, as workerd does. */
export function thrownFrom(value: unknown): Thrown {
  const related: NonNullable<Thrown['related']> = [];
  const seen = new Set<unknown>([value]);
  const values = [value];
  for (let of = 0; of < values.length; of += 1) {
    for (const [as, next] of relatedTo(values[of])) {
      if (seen.has(next) || related.length >= RELATED_LIMIT) continue;
      seen.add(next);
      values.push(next);
      related.push({ of, as, ...described(next) });
    }
  }
  return {
    ...described(value),
    ...contentOf(value),
    ...(related.length > 0 && { related }),
  };
}

/** What an error has to do with: its cause, and the errors that an AggregateError gathers. */
function relatedTo(value: unknown): (readonly ['cause' | 'error', unknown])[] {
  if (!(value instanceof NativeError)) return [];
  const found: (readonly ['cause' | 'error', unknown])[] = [];
  const cause = attempt(() => value.cause);
  if (cause !== undefined) found.push(['cause', cause]);
  const errors = value instanceof NativeAggregateError ? attempt(() => value.errors) : undefined;
  if (isArray(errors)) {
    for (const error of errors.slice(0, RELATED_LIMIT)) found.push(['error', error]);
  }
  return found;
}

/** What it is by itself. Never throws, whatever the value's getters do. */
export function described(value: unknown): Described {
  const object = typeof value === 'object' && value !== null ? value : undefined;
  const message = object && attempt(() => get(object, 'message'));
  if (object instanceof NativeError || typeof message === 'string') {
    const name = attempt(() => get(object ?? {}, 'name'));
    const stack = attempt(() => get(object ?? {}, 'stack'));
    return {
      name: typeof name === 'string' ? cut(name) : 'Error',
      message: typeof message === 'string' ? cut(message) : '',
      ...(typeof stack === 'string' && { stack: cut(withKnownNames(stack)) }),
      ...classOf(object),
    };
  }
  return { name: 'Error', message: cut(attempt(() => detail(value)) ?? '(unreadable)') };
}

function classOf(error: unknown): Pick<Thrown, 'class'> {
  const found = attempt(() => CLASSES.find(([, Class]) => error instanceof Class));
  return found ? { class: found[0] } : {};
}

/** As V8's ToDetailString: it runs none of the value's own code. */
function detail(value: unknown): string {
  if (typeof value === 'function') return apply(functionText, value, []);
  if (typeof value !== 'object' || value === null) return String(value);
  const Class: unknown = value.constructor;
  return get(value, 'toString') === objectText && typeof Class === 'function'
    ? `#<${Class.name}>`
    : apply(objectText, value, []);
}

/** What can be sent: the own properties of an error, the whole of an object that is none. */
function contentOf(value: unknown): Pick<Thrown, 'properties' | 'value'> {
  if (typeof value !== 'object' || value === null) return {};
  if (!(value instanceof NativeError)) {
    const copy = copyOf(() => value);
    return copy ? { value: copy } : {};
  }
  const properties: Record<string, unknown> = {};
  let any = false;
  for (const key of attempt(() => ownKeys(value)) ?? []) {
    if (typeof key !== 'string' || BUILT_IN.has(key) || key.length > TEXT_LIMIT) continue;
    const copy = copyOf(() => get(value, key));
    if (copy) properties[key] = copy.of;
    any ||= copy !== undefined;
  }
  return any ? { properties } : {};
}

/** `undefined` where it cannot be sent, or is more than may be. */
function copyOf(read: () => unknown): { readonly of: unknown } | undefined {
  return attempt(() => {
    const of = clone(read());
    const size = clonedSizeOf(of, RPC_VALUES);
    const fits =
      size && size.bytes <= RPC_BYTES && size.values <= RPC_VALUES && size.depth <= RPC_DEPTH;
    return fits ? { of } : undefined;
  });
}

const BUILT_IN = new Set(['name', 'message', 'stack', 'cause', 'errors', '__proto__']);

function cut(text: string): string {
  return text.slice(0, TEXT_LIMIT);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
