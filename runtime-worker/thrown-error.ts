import type { Thrown } from './protocol';

/** The built-in classes that an error keeps when it crosses a thread. */
const CLASSES: Readonly<Record<string, (message: string, name: string) => Error>> = {
  AggregateError: (message) => new AggregateError([], message),
  DOMException: (message, name) => new DOMException(message, name),
  EvalError: (message) => new EvalError(message),
  RangeError: (message) => new RangeError(message),
  ReferenceError: (message) => new ReferenceError(message),
  SyntaxError: (message) => new SyntaxError(message),
  TypeError: (message) => new TypeError(message),
  URIError: (message) => new URIError(message),
};

export type Described = Pick<Thrown, 'name' | 'message' | 'stack' | 'class'>;

/**
 * Makes of what was thrown on another thread what it was there: an error of its class, with its name,
 * message, causes and own properties; an object that was no error as it was; an Error of anything else.
 * @param stackOf What its `stack` reads.
 */
export function errorFrom(thrown: Thrown, stackOf: (described: Described) => string): unknown {
  if (thrown.value) return thrown.value.of;
  const error = bare(thrown, stackOf(thrown));
  for (const [name, value] of Object.entries(thrown.properties ?? {})) {
    if (!(name in error)) define(error, name, value, true);
  }
  const errors = [error];
  for (const related of thrown.related ?? []) {
    const { of, as } = related;
    const made = bare(related, stackOf(related));
    const owner = errors[of];
    errors.push(made);
    if (!owner) continue;
    if (as === 'cause') define(owner, 'cause', made);
    else if (owner instanceof AggregateError) owner.errors.push(made);
  }
  return error;
}

function bare({ name, message, class: known = 'Error' }: Described, stack: string): Error {
  const make = Object.hasOwn(CLASSES, known) ? CLASSES[known] : undefined;
  const error = make ? make(message, name) : new Error(message);
  if (error.name !== name) define(error, 'name', name);
  define(error, 'stack', stack);
  return error;
}

function define(error: Error, name: string, value: unknown, enumerable = false): void {
  Object.defineProperty(error, name, { value, enumerable, configurable: true, writable: true });
}
