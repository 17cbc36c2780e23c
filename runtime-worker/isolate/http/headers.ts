import { install, isObject } from './interface';

/** The characters of a field name (RFC 9110 section 5.6.2); workerd lets an empty one through. */
const NAME = /^[!#$%&'*+\-.^_`|~\w]*$/;
const INVALID_VALUE = /[\0\r\n]/;
const SURROUNDING_SPACE = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/** What `new Headers(init)` takes, as workerd names it in its errors. */
export const HEADERS_INIT = 'Headers or Sequence or object';

// Set by the class, as only it sees its fields; its statics would be the user's too.
export let isHeaders: (value: unknown) => value is WorkerHeaders;
/** Refuses every change from now on. */
export let freezeHeaders: (headers: WorkerHeaders) => void;
export let isImmutable: (headers: WorkerHeaders) => boolean;
/** A copy that refuses changes where the original does. */
export let copyOfHeaders: (headers: WorkerHeaders) => WorkerHeaders;

/**
 * Fields by name, as a Worker has them: none is forbidden, each `Set-Cookie` stays one.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/headers.c%2B%2B
 */
export class WorkerHeaders {
  readonly #fields = new Map<string, string[]>();
  #immutable = false;

  /** @throws {TypeError} where `init` is no headers, or has an invalid name or value. */
  constructor(init?: unknown) {
    if (init === undefined) return;
    if (!isObject(init)) {
      throw new TypeError(
        `Failed to construct 'Headers': constructor parameter 1 is not of type '${HEADERS_INIT}'.`,
      );
    }
    for (const [name, value] of entriesOf(init)) this.append(name, value);
  }

  static {
    isHeaders = (value) => isObject(value) && #fields in value;
    freezeHeaders = (headers) => {
      headers.#immutable = true;
    };
    isImmutable = (headers) => headers.#immutable;
    copyOfHeaders = (headers) => {
      const copy = new WorkerHeaders(headers);
      copy.#immutable = headers.#immutable;
      return copy;
    };
  }

  get(name: unknown): string | null {
    return this.#fields.get(fieldNameOf(name))?.join(', ') ?? null;
  }

  getAll(name: unknown): string[] {
    if (fieldNameOf(name) === 'set-cookie') return this.getSetCookie();
    throw new TypeError('getAll() can only be used with the header name "Set-Cookie".');
  }

  getSetCookie(): string[] {
    return [...(this.#fields.get('set-cookie') ?? [])];
  }

  has(name: unknown): boolean {
    return this.#fields.has(fieldNameOf(name));
  }

  set(name: unknown, value: unknown): void {
    this.#requireMutable();
    this.#fields.set(fieldNameOf(name), [fieldValueOf(value)]);
  }

  append(name: unknown, value: unknown): void {
    this.#requireMutable();
    const key = fieldNameOf(name);
    const text = fieldValueOf(value);
    const values = this.#fields.get(key);
    if (values) values.push(text);
    else this.#fields.set(key, [text]);
  }

  delete(name: unknown): void {
    this.#requireMutable();
    this.#fields.delete(fieldNameOf(name));
  }

  forEach(callback: unknown, self?: unknown): void {
    if (typeof callback !== 'function') {
      throw new TypeError(
        "Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'function'.",
      );
    }
    for (const [name, value] of this) Reflect.apply(callback, self, [value, name, this]);
  }

  entries(): ArrayIterator<[string, string]> {
    const names = [...this.#fields.keys()].sort();
    return names
      .flatMap((name): [string, string][] => {
        const values = this.#fields.get(name) ?? [];
        if (name === 'set-cookie') return values.map((value) => [name, value]);
        return [[name, values.join(', ')]];
      })
      .values();
  }

  keys(): ArrayIterator<string> {
    return [...this.entries()].map(([name]) => name).values();
  }

  values(): ArrayIterator<string> {
    return [...this.entries()].map(([, value]) => value).values();
  }

  [Symbol.iterator](): ArrayIterator<[string, string]> {
    return this.entries();
  }

  #requireMutable(): void {
    if (this.#immutable) throw new TypeError("Can't modify immutable headers.");
  }
}

export function installHeaders(): void {
  install(WorkerHeaders, {
    name: 'Headers',
    isInstance: isHeaders,
    required: new Map([
      ['get', ['string']],
      ['getAll', ['string']],
      ['has', ['string']],
      ['set', ['string', 'string']],
      ['append', ['string', 'string']],
      ['delete', ['string']],
      ['forEach', ['function']],
    ]),
  });
}

function entriesOf(init: object): Iterable<readonly [name: unknown, value: unknown]> {
  if (isHeaders(init)) return init.entries();
  const iterate: unknown = Reflect.get(init, Symbol.iterator);
  return typeof iterate === 'function' ? pairsOf(iterable(init)) : Object.entries(init);
}

function* pairsOf(sequence: Iterable<unknown>): Generator<readonly [unknown, unknown]> {
  for (const pair of sequence) {
    const elements = [...iterable(pair)];
    if (elements.length !== 2) {
      throw new TypeError(
        'To initialize a Headers object from a sequence, each inner sequence must have exactly two elements.',
      );
    }
    yield [elements[0], elements[1]];
  }
}

/** @throws {TypeError} as workerd does where the value is no sequence. */
function iterable(value: unknown): Iterable<unknown> {
  if (isObject(value) && typeof Reflect.get(value, Symbol.iterator) === 'function') {
    // Just seen to be one.
    return value as Iterable<unknown>;
  }
  throw new TypeError("Incorrect type: the provided value is not of type 'Sequence'.");
}

function fieldNameOf(given: unknown): string {
  const name = `${given}`;
  if (!NAME.test(name)) throw new TypeError('Invalid header name.');
  return name.toLowerCase();
}

function fieldValueOf(given: unknown): string {
  const value = `${given}`.replace(SURROUNDING_SPACE, '');
  if (INVALID_VALUE.test(value)) throw new TypeError('Invalid header value.');
  return value;
}
