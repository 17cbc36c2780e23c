/** Errors with a code, in the words of Node.js. */
import { inspect } from 'node-inspect-extracted';

type ErrorClass = new (message: string) => Error;

export function nodeError(Class: ErrorClass, code: string, message: string): Error {
  return Object.assign(new Class(message), { code });
}

/** @see https://nodejs.org/api/errors.html#err_invalid_arg_type */
export function invalidArgType(name: string, expected: string, value: unknown): Error {
  const kind = name.includes('.') ? 'property' : 'argument';
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "${name}" ${kind} must be ${expected}. Received ${described(value)}`,
  );
}

/** @see https://nodejs.org/api/errors.html#err_out_of_range */
export function outOfRange(name: string, range: string, value: unknown): Error {
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${grouped(value)}`,
  );
}

export function notImplemented(what: string): Error {
  return nodeError(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${what} method is not implemented`);
}

/** @throws where `value` is no function. */
export function requireFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') throw invalidArgType(name, 'of type function', value);
}

/** @throws where `value` is no string. */
export function requireString(value: unknown, name: string): void {
  if (typeof value !== 'string') throw invalidArgType(name, 'of type string', value);
}

export function abortError(cause?: unknown): Error {
  const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted');
  error.name = 'AbortError';
  if (cause !== undefined) error.cause = cause;
  return error;
}

function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    const made = value.constructor;
    if (typeof made === 'function' && made.name) return `an instance of ${made.name}`;
    return inspect(value, { depth: -1 });
  }
  const shown = inspect(value, { colors: false });
  return `type ${typeof value} (${shown.length > 28 ? `${shown.slice(0, 25)}...` : shown})`;
}

/** Large integers are written in groups of three digits. */
function grouped(value: unknown): string {
  const isLarge =
    (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 32) ||
    (typeof value === 'bigint' && (value > 2n ** 32n || value < -(2n ** 32n)));
  if (!isLarge) return inspect(value);
  const text = String(value).replace(/\B(?=(?:\d{3})+$)/g, '_');
  return typeof value === 'bigint' ? `${text}n` : text;
}
