/** Values as bounded data, which the page's console lets unfold. */
import {
  PREVIEW_CHARACTERS,
  PREVIEW_ENTRIES,
  PREVIEW_OBJECT_ENTRIES,
  PREVIEW_OBJECTS,
  PREVIEW_TEXT,
  TABLE_ENTRIES,
  TABLE_OBJECTS,
} from '../../bounds';
import type {
  PreviewedEntry,
  PreviewedObject,
  PreviewedValue,
  ValuePreviews,
} from '../../value-preview';
import { isProxy, targetOf } from '../proxies';
import { errorText } from './bases';
import { type PlatformView, platformView } from './platform';
import { primitiveText } from './text';

// Taken before user code can replace them.
const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const { apply, ownKeys } = Reflect;
const prototypes = {
  map: Map.prototype,
  set: Set.prototype,
  error: Error.prototype,
  date: Date.prototype,
  regexp: RegExp.prototype,
  buffer: ArrayBuffer.prototype,
};
const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;
const mapSize = getterOf(Map.prototype, 'size');
const setSize = getterOf(Set.prototype, 'size');
const typedLength = getterOf(getPrototypeOf(Uint8Array.prototype), 'length');
const bufferLength = getterOf(ArrayBuffer.prototype, 'byteLength');
const { toISOString } = Date.prototype;
const { toString: regexpText } = RegExp.prototype;
const { toString: sourceOf } = Function.prototype;

/** So far up are the prototypes of an object looked at. */
const PROTOTYPES = 20;
const INDEX = /^(?:0|[1-9]\d*)$/;

/** How much is told. */
interface Budget {
  readonly objects: number;
  readonly entries: number;
}

export const OF_VALUES: Budget = { objects: PREVIEW_OBJECTS, entries: PREVIEW_ENTRIES };
export const OF_TABLE: Budget = { objects: TABLE_OBJECTS, entries: TABLE_ENTRIES };

/**
 * What the page may unfold of values; nothing where none of them is an object. Runs no getter and no trap
 * of a proxy. Never throws.
 */
export function previewsOf(
  values: readonly unknown[],
  budget: Budget = OF_VALUES,
): ValuePreviews | undefined {
  if (!values.some(isObject)) return undefined;
  try {
    return new Previewing(budget).previews(values);
  } catch {
    // What users patch of the built-in classes may throw.
    return undefined;
  }
}

class Previewing {
  readonly #budget: Budget;
  readonly #indexes = new Map<object, number>();
  /** Those in the list of objects, level by level: the first ones are looked into first. */
  readonly #queue: object[] = [];
  readonly #objects: PreviewedObject[] = [];
  #entries = 0;
  #characters = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  previews(values: readonly unknown[]): ValuePreviews {
    const shown = values.slice(0, PREVIEW_OBJECT_ENTRIES).map((value) => this.#value(value));
    for (let next = 0; next < this.#queue.length; next += 1) {
      const object = this.#queue[next];
      if (object) this.#objects.push(this.#object(object));
    }
    return { values: shown, objects: this.#objects };
  }

  #value(value: unknown): PreviewedValue {
    if (typeof value === 'string') {
      const text = this.#text(value);
      const more = value.length - text.length;
      return more > 0 ? { type: 'string', text, more } : { type: 'string', text };
    }
    if (!isObject(value)) {
      const type = value === null ? 'null' : typeof value;
      // The types of objects are none of these.
      return { type: type as 'number', text: this.#text(primitiveText(value)) };
    }
    const known = this.#indexes.get(value);
    if (known !== undefined) return { type: 'object', object: known };
    if (this.#queue.length >= this.#budget.objects || this.#isSpent()) {
      return { type: 'unseen', text: this.#text(titleOf(value)) };
    }
    this.#indexes.set(value, this.#queue.length);
    this.#queue.push(value);
    return { type: 'object', object: this.#queue.length - 1 };
  }

  #object(value: object): PreviewedObject {
    if (isProxy(value)) return { kind: 'proxy', name: 'Proxy', entries: [] };
    const chain = prototypesOf(value);
    const name = this.#text(classOf(chain) ?? '');
    try {
      return this.#known(value, chain, name);
    } catch {
      // Its prototype says that it is one of a built-in class, and it is none.
      return { kind: 'object', name, ...this.#properties(value, ownKeys(value)) };
    }
  }

  #known(value: object, chain: readonly object[], name: string): PreviewedObject {
    const is = (prototype: object) => chain.includes(prototype);
    const all = () => this.#properties(value, ownKeys(value));
    const text = (text: string, kind: PreviewedObject['kind'] = 'text'): PreviewedObject => ({
      kind,
      name,
      text: this.#text(text),
      ...all(),
    });
    if (isArray(value)) return { kind: 'list', name, size: value.length, ...this.#elements(value) };
    if (typeof value === 'function') {
      return text(functionTitle(value, dataOf(value, 'name')), 'function');
    }
    if (isView(value) && !(value instanceof DataView)) {
      const size = Number(apply(typedLength, value, []));
      return { kind: 'list', name, size, ...this.#elements(value, size) };
    }
    if (is(prototypes.map)) {
      const size = Number(apply(mapSize, value, []));
      return { kind: 'map', name, size, ...this.#mapEntries(apply(mapEntries, value, []), size) };
    }
    if (is(prototypes.set)) {
      const size = Number(apply(setSize, value, []));
      return { kind: 'set', name, size, ...this.#setEntries(apply(setValues, value, []), size) };
    }
    if (is(prototypes.date)) return text(apply(toISOString, value, []));
    if (is(prototypes.regexp)) return text(apply(regexpText, value, []));
    if (is(prototypes.buffer)) {
      const size = Number(apply(bufferLength, value, []));
      return { kind: 'list', name, size, ...this.#elements(new Uint8Array(value as ArrayBuffer)) };
    }
    const tag = tagOf(chain);
    if (is(prototypes.error) && tag !== 'DOMException') {
      const shown = ownKeys(value).filter((key) => key !== 'stack' && key !== 'message');
      const stack = errorText(value as Error, name === '' ? null : name, '');
      return { kind: 'error', name, text: this.#text(stack), ...this.#properties(value, shown) };
    }
    const view = tag === undefined ? undefined : platformView(value, tag);
    if (view) return this.#platform(value, name, view);
    return { kind: 'object', name, ...all() };
  }

  /** Its own enumerable properties, and of errors what is behind them. */
  #properties(value: object, keys: readonly PropertyKey[]): Entries {
    const entries: PreviewedEntry[] = [];
    let more = 0;
    for (const key of keys) {
      const property = getOwnPropertyDescriptor(value, key);
      if (!property || !(property.enumerable || key === 'cause' || key === 'errors')) continue;
      if (this.#isFull(entries)) more += 1;
      else entries.push(this.#entry(String(key), () => this.#property(property)));
    }
    return withMore(entries, more);
  }

  #property({ get, set, value }: PropertyDescriptor): PreviewedValue {
    const accessor = [get && 'Getter', set && 'Setter'].filter(Boolean).join('/');
    return accessor ? { type: 'accessor', text: accessor } : this.#value(value);
  }

  /** Of an array or a typed array. */
  #elements(value: object, length = (value as ArrayLike<unknown>).length): Entries {
    const entries: PreviewedEntry[] = [];
    let index = 0;
    for (; index < length && !this.#isFull(entries); index += 1) {
      const property = getOwnPropertyDescriptor(value, index);
      entries.push(
        this.#entry(String(index), () =>
          property ? this.#property(property) : { type: 'hole', text: 'empty' },
        ),
      );
    }
    if (isArray(value) && length <= PREVIEW_OBJECT_ENTRIES) {
      const keys = ownKeys(value).filter((key) => typeof key === 'symbol' || !INDEX.test(key));
      const own = this.#properties(value, keys);
      return withMore([...entries, ...own.entries], length - index + (own.more ?? 0));
    }
    return withMore(entries, length - index);
  }

  #mapEntries(pairs: IterableIterator<[unknown, unknown]>, size: number): Entries {
    const entries: PreviewedEntry[] = [];
    while (!this.#isFull(entries) && entries.length < size) {
      const next = pairs.next();
      if (next.done) break;
      const [key, value] = next.value;
      this.#entries += 1;
      entries.push({ mapKey: this.#value(key), value: this.#value(value) });
    }
    return withMore(entries, size - entries.length);
  }

  #setEntries(values: IterableIterator<unknown>, size: number): Entries {
    const entries: PreviewedEntry[] = [];
    while (!this.#isFull(entries) && entries.length < size) {
      const next = values.next();
      if (next.done) break;
      this.#entries += 1;
      entries.push({ value: this.#value(next.value) });
    }
    return withMore(entries, size - entries.length);
  }

  #platform(value: object, name: string, { entries = [], properties }: PlatformView) {
    const pairs: Iterable<[unknown, unknown]> = entries.map(([key, value]) => [key, value]);
    const inside = this.#mapEntries([...pairs].values(), entries.length);
    const shown = properties
      .filter(([label]) => !label.startsWith('['))
      .map(([label, each]) => this.#entry(label, () => this.#value(each)));
    const own = this.#properties(value, ownKeys(value));
    const more = (inside.more ?? 0) + (own.more ?? 0);
    const all = withMore([...inside.entries, ...shown, ...own.entries], more);
    return entries.length > 0
      ? ({ kind: 'map', name, size: entries.length, ...all } as const)
      : ({ kind: 'object', name, ...all } as const);
  }

  #entry(key: string, value: () => PreviewedValue): PreviewedEntry {
    this.#entries += 1;
    return { key: this.#text(key), value: value() };
  }

  #isFull(entries: readonly unknown[]): boolean {
    return entries.length >= PREVIEW_OBJECT_ENTRIES || this.#isSpent();
  }

  #isSpent(): boolean {
    return this.#entries >= this.#budget.entries || this.#characters >= PREVIEW_CHARACTERS;
  }

  /** As much of a text as is told. */
  #text(text: string): string {
    const shown = text.slice(0, PREVIEW_TEXT);
    this.#characters += shown.length;
    return shown;
  }
}

type Entries = Pick<PreviewedObject, 'entries' | 'more'>;

function withMore(entries: readonly PreviewedEntry[], more: number): Entries {
  return more > 0 ? { entries: [...entries], more } : { entries: [...entries] };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Up to one that is a proxy: to ask that for its own would run a trap. */
function prototypesOf(value: object): object[] {
  const chain: object[] = [];
  for (let each: object | null = value; each && chain.length < PROTOTYPES; ) {
    if (isProxy(each)) break;
    if (each !== value) chain.push(each);
    each = getPrototypeOf(each);
  }
  return chain;
}

/** What an object's property holds, if it holds anything. */
function dataOf(value: object, key: PropertyKey): unknown {
  return getOwnPropertyDescriptor(value, key)?.value;
}

function classOf(chain: readonly object[]): string | undefined {
  for (const prototype of chain) {
    const found = dataOf(prototype, 'constructor');
    if (typeof found !== 'function') continue;
    const Class = isProxy(found) ? targetOf(found) : found;
    if (!Class || isProxy(Class)) continue;
    const name = dataOf(Class, 'name');
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

function tagOf(chain: readonly object[]): string | undefined {
  for (const prototype of chain) {
    const tag = dataOf(prototype, Symbol.toStringTag);
    if (typeof tag === 'string') return tag;
  }
  return undefined;
}

/** What an object that is not looked into is called. */
export function titleOf(value: object): string {
  if (isProxy(value)) return 'Proxy';
  if (typeof value === 'function') return functionTitle(value, dataOf(value, 'name'));
  const name = classOf(prototypesOf(value)) ?? 'Object';
  return isArray(value) ? `${name}(${value.length})` : name;
}

function functionTitle(value: object, name: unknown): string {
  const source: string = apply(sourceOf, value, []);
  const called = typeof name === 'string' && name !== '' ? name : '(anonymous)';
  return source.startsWith('class') ? `class ${called}` : `ƒ ${called}()`;
}

function getterOf(prototype: object, name: string): () => unknown {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`There is no ${name}.`);
  return get;
}
