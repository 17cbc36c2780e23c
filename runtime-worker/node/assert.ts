/**
 * `node:assert` as workerd has it: always strict, with its messages.
 * @see https://github.com/cloudflare/workerd/blob/main/src/node/assert.ts
 */
import { inspect } from 'node-inspect-extracted';
import { deepDifference, strictDifference } from './internal/assertion-messages';
import { includesDeep, isDeepStrictEqual } from './internal/deep-equal';
import { invalidArgType, nodeError, requireFunction } from './internal/errors';

interface AssertionErrorOptions {
  readonly message?: unknown;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly operator?: string | undefined;
}

/** An error whose words are given but count as generated: no message of the caller's is in them. */
function generatedError(options: AssertionErrorOptions): AssertionError {
  return Object.assign(new AssertionError(options), { generatedMessage: true });
}

export class AssertionError extends Error {
  readonly generatedMessage: boolean;
  readonly code = 'ERR_ASSERTION';
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string | undefined;

  constructor(options: AssertionErrorOptions) {
    if (typeof options !== 'object' || options === null) {
      throw invalidArgType('options', 'of type object', options);
    }
    const { message, actual, expected, operator } = options;
    super(message === undefined ? generated(actual, expected, operator) : String(message));
    this.generatedMessage = message === undefined;
    Object.defineProperty(this, 'name', {
      value: 'AssertionError',
      configurable: true,
      writable: true,
    });
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

function generated(actual: unknown, expected: unknown, operator: string | undefined): string {
  switch (operator) {
    case 'deepStrictEqual':
      return deepDifference(actual, expected);
    case 'strictEqual':
      return `Expected values to be strictly equal:\n\n${inspect(actual)} !== ${inspect(expected)}\n`;
    case 'notStrictEqual':
      return `Expected "actual" to be strictly unequal to: ${inspect(actual)}`;
    case 'fail':
      return 'Failed';
    default:
      return `${inspect(actual)} ${operator} ${inspect(expected)}`;
  }
}

type Message = string | Error | undefined;
/** The error, its class, its properties, a pattern or a check: what an error is compared with. */
type Expected = unknown;

function truthy(value: unknown, message: Message): void {
  if (value) return;
  throw new AssertionError({
    message: message ?? undefined,
    actual: value,
    expected: true,
    operator: '==',
  });
}

// It counts what it is given.
function assert(...given: [value?: unknown, message?: Message]): void {
  if (given.length === 0) {
    throw new AssertionError({ message: 'No value argument passed to `assert.ok()`' });
  }
  truthy(...given);
}
Object.defineProperty(assert, 'length', { value: 2 });

export function strictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) return;
  throw new AssertionError({
    message: message ?? strictDifference(actual, expected),
    actual,
    expected,
    operator: 'strictEqual',
  });
}

export function notStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError({
    message: message ?? 'Expected actual to be strictly unequal to expected',
    actual,
    expected,
    operator: 'notStrictEqual',
  });
}

export function deepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new AssertionError({ message, actual, expected, operator: 'deepStrictEqual' });
}

export function notDeepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!isDeepStrictEqual(actual, expected)) return;
  throw new AssertionError({
    message: message ?? 'Expected actual to not be deeply strictly equal to expected',
    actual,
    expected,
    operator: 'notDeepStrictEqual',
  });
}

export function partialDeepStrictEqual(
  actual: unknown,
  expected: unknown,
  message?: Message,
): void {
  if (includesDeep(actual, expected)) return;
  throw new AssertionError({
    message: message ?? 'Expected actual to be partially deeply strictly equal to expected',
    actual,
    expected,
    operator: 'partialDeepStrictEqual',
  });
}

export function fail(message: string | Error = 'Failed'): never {
  if (message instanceof Error) throw message;
  throw failed(message);
}

function failed(message: string): AssertionError {
  const given = message === 'Failed' ? {} : { message };
  return new AssertionError({ ...given, operator: 'fail' });
}

export function match(actual: unknown, pattern: RegExp, message?: Message): void {
  requirePattern(pattern);
  if (typeof actual === 'string' && pattern.test(actual)) return;
  throw new AssertionError({
    message: message ?? `actual: "${actual}" expected to match: "${pattern}"`,
    actual,
    expected: pattern,
    operator: 'match',
  });
}

export function doesNotMatch(actual: unknown, pattern: RegExp, message?: Message): void {
  requirePattern(pattern);
  if (typeof actual !== 'string' || !pattern.test(actual)) return;
  throw new AssertionError({
    message: message ?? `actual: "${actual}" expected to not match: "${pattern}"`,
    actual,
    expected: pattern,
    operator: 'doesNotMatch',
  });
}

function requirePattern(pattern: unknown): void {
  if (!(pattern instanceof RegExp)) {
    throw invalidArgType('regexp', 'an instance of RegExp', pattern);
  }
}

export function ifError(value: unknown): void {
  if (value === null || value === undefined) return;
  const hasMessage = typeof value === 'object' && 'message' in value;
  throw new AssertionError({
    message: `ifError got unwanted exception: ${hasMessage ? value.message : inspect(value)}`,
    actual: value,
    expected: null,
    operator: 'ifError',
  });
}

/** What a function threw or a promise was rejected with. */
interface Caught {
  readonly error: unknown;
}

export function throws(work: () => unknown, expected?: Expected, message?: string): void {
  requireFunction(work, 'fn');
  expectCaught('throws', caughtFrom(work), [expected, message]);
}

export async function rejects(
  work: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected,
  message?: string,
): Promise<void> {
  expectCaught('rejects', await rejectionOf(work), [expected, message]);
}

export function doesNotThrow(work: () => unknown, expected?: Expected, message?: string): void {
  requireFunction(work, 'fn');
  expectNothing('doesNotThrow', caughtFrom(work), [expected, message]);
}

export async function doesNotReject(
  work: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected,
  message?: string,
): Promise<void> {
  expectNothing('doesNotReject', await rejectionOf(work), [expected, message]);
}

function caughtFrom(work: () => unknown): Caught | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return { error };
  }
}

async function rejectionOf(
  work: Promise<unknown> | (() => Promise<unknown>),
): Promise<Caught | undefined> {
  const promise: unknown = typeof work === 'function' ? work() : work;
  const isPromise = promise instanceof Promise;
  if (!isPromise && typeof work !== 'function') {
    throw invalidArgType('promiseFn', 'of type function or an instance of Promise', work);
  }
  if (!isPromise) {
    const { message } = invalidArgType('promiseFn', '', promise);
    throw nodeError(
      TypeError,
      'ERR_INVALID_RETURN_VALUE',
      `Expected instance of Promise to be returned from the "promiseFn" function but got ${message.replace(/^.*Received /s, '')}.`,
    );
  }
  try {
    await promise;
    return undefined;
  } catch (error) {
    return { error };
  }
}

function expectCaught(
  operator: 'throws' | 'rejects',
  caught: Caught | undefined,
  [given, message]: readonly [Expected, string | undefined],
): void {
  const isMessage = typeof given === 'string';
  const expected = isMessage ? undefined : given;
  const words = isMessage ? given : message;
  if (given === undefined && message !== undefined) throw wrongExpected(given);
  if (!caught) {
    const name = typeof expected === 'function' && expected.name ? ` (${expected.name})` : '';
    if (operator === 'rejects') {
      throw generatedError({ message: `Missing expected rejection${name}.`, expected, operator });
    }
    throw new AssertionError({
      message: `Missing expected exception${name}${words ? `: ${words}` : '.'}`,
      expected,
      operator,
    });
  }
  if (isMessage && caught.error instanceof Error && caught.error.message === given) {
    throw nodeError(
      TypeError,
      'ERR_AMBIGUOUS_ARGUMENT',
      `The "error/message" argument is ambiguous. The error message "${given}" is identical to the message.`,
    );
  }
  if (expected !== undefined) compareError(operator, caught.error, expected, words);
}

function wrongExpected(expected: unknown): Error {
  const types = 'of type function or an instance of Error, RegExp, or Object';
  return invalidArgType('error', types, expected);
}

function compareError(
  operator: string,
  error: unknown,
  expected: unknown,
  message: string | undefined,
): void {
  const fails = (words: string) =>
    generatedError({ message: words, actual: error, expected, operator });
  if (expected instanceof RegExp) {
    if (expected.test(String(error))) return;
    throw fails(
      `The input did not match the regular expression ${expected}. Input:\n\n${inspect(String(error))}\n`,
    );
  }
  if (isFunction(expected)) {
    compareWithFunction(error, expected, fails);
    return;
  }
  if (typeof expected !== 'object' || expected === null) {
    throw wrongExpected(expected);
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  if (keys.length === 0) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'error' may not be an empty object. Received ${inspect(expected)}`,
    );
  }
  for (const key of keys) compareProperty(error, expected, key, message);
}

function isFunction(value: unknown): value is (error: unknown) => unknown {
  return typeof value === 'function';
}

function compareWithFunction(
  error: unknown,
  expected: (error: unknown) => unknown,
  fails: (words: string) => AssertionError,
): void {
  const { prototype } = expected;
  if (prototype !== undefined && error instanceof expected) return;
  if (prototype instanceof Error || Object.is(expected, Error)) {
    const name = error instanceof Error ? error.constructor.name : inspect(error);
    const words = error instanceof Error ? `\n\nError message:\n\n${error.message}` : '';
    throw fails(
      `The error is expected to be an instance of "${expected.name}". Received "${name}"${words}`,
    );
  }
  const result = Reflect.apply(expected, {}, [error]);
  if (result === true) return;
  const name = expected.name
    ? `The "${expected.name}" validation function`
    : 'The validation function';
  throw fails(
    `${name} is expected to return "true". Received ${inspect(result)}\n\nCaught error:\n\n${error}`,
  );
}

function compareProperty(
  error: unknown,
  expected: object,
  key: string,
  message: string | undefined,
): void {
  if (typeof error !== 'object' || error === null || !(key in error)) {
    throw new AssertionError({
      message: message ?? `A key in the expected object is missing: ${key}`,
      actual: error,
      expected,
      operator: 'throws',
    });
  }
  const has: unknown = Reflect.get(error, key);
  const wants: unknown = Reflect.get(expected, key);
  if (typeof has === 'string' && wants instanceof RegExp && wants.test(has)) return;
  deepStrictEqual(has, wants, message);
}

function expectNothing(
  operator: string,
  caught: Caught | undefined,
  [given, message]: readonly [Expected, string | undefined],
): void {
  if (!caught) return;
  const { error } = caught;
  const expected = typeof given === 'string' ? undefined : given;
  if (typeof expected === 'function' && !(error instanceof expected)) throw error;
  const words = typeof given === 'string' ? given : message;
  const why = error instanceof Error ? error.message : inspect(error);
  throw new AssertionError({
    message: `Got unwanted exception${words ? `: ${words}` : '.'}\nActual message: "${why}"`,
    actual: error,
    expected,
    operator,
  });
}

type Comparison = (actual: unknown, expected: unknown, message?: Message) => void;

export const equal: Comparison = (...given) => strictEqual(...given);
export const notEqual: Comparison = (...given) => notStrictEqual(...given);
export const deepEqual: Comparison = (...given) => deepStrictEqual(...given);
export const notDeepEqual: Comparison = (...given) => notDeepStrictEqual(...given);
export { assert as ok };

const functions = {
  fail,
  deepStrictEqual,
  notDeepStrictEqual,
  strictEqual,
  notStrictEqual,
  partialDeepStrictEqual,
  match,
  doesNotMatch,
  throws,
  rejects,
  doesNotThrow,
  doesNotReject,
  ifError,
};

const aliases = {
  ok: assert,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
};

/** Assertions as methods of an object. */
export class Assert {
  constructor() {
    Object.assign(this, functions, aliases);
  }
}

export const strict = Object.assign(
  (...given: [value?: unknown, message?: Message]) => assert(...given),
  functions,
  { Assert, AssertionError },
  aliases,
);

export default Object.assign(assert, functions, { Assert, AssertionError, strict }, aliases);
