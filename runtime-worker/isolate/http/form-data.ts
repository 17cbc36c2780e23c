import { install, isObject } from './interface';

type Value = string | File;

// Taken before user code can replace them.
const NativeFile = File;
const NativeBlob = Blob;
const VALUE_TYPE = 'File or Blob or string';

// Set by the class, as only it sees its fields; its statics would be the user's too.
export let isFormData: (value: unknown) => value is WorkerFormData;

/**
 * The fields of a form, in order.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/form-data.c%2B%2B
 */
export class WorkerFormData {
  #entries: [name: string, value: Value][] = [];

  static {
    isFormData = (value) => isObject(value) && #entries in value;
  }

  append(name: unknown, value: unknown, fileName?: unknown): void {
    this.#entries.push(entryOf(name, value, fileName));
  }

  delete(name: unknown): void {
    this.#entries = this.#entries.filter(([each]) => each !== `${name}`);
  }

  get(name: unknown): Value | null {
    return this.#entries.find(([each]) => each === `${name}`)?.[1] ?? null;
  }

  getAll(name: unknown): Value[] {
    return this.#entries.filter(([each]) => each === `${name}`).map(([, value]) => value);
  }

  has(name: unknown): boolean {
    return this.#entries.some(([each]) => each === `${name}`);
  }

  /** Puts it where the first of that name is, in place of all. */
  set(name: unknown, value: unknown, fileName?: unknown): void {
    const entry = entryOf(name, value, fileName);
    const at = this.#entries.findIndex(([each]) => each === entry[0]);
    if (at < 0) this.#entries.push(entry);
    else {
      this.#entries = this.#entries.filter(([each], index) => index <= at || each !== entry[0]);
      this.#entries[at] = entry;
    }
  }

  entries(): ArrayIterator<[string, Value]> {
    return this.#entries.map(([name, value]): [string, Value] => [name, value]).values();
  }

  keys(): ArrayIterator<string> {
    return this.#entries.map(([name]) => name).values();
  }

  values(): ArrayIterator<Value> {
    return this.#entries.map(([, value]) => value).values();
  }

  forEach(callback: unknown, self?: unknown): void {
    if (typeof callback !== 'function') {
      throw new TypeError(
        "Failed to execute 'forEach' on 'FormData': parameter 1 is not of type 'function'.",
      );
    }
    for (const [name, value] of this) Reflect.apply(callback, self, [value, name, this]);
  }

  [Symbol.iterator](): ArrayIterator<[string, Value]> {
    return this.entries();
  }
}

export function installFormData(): void {
  install(WorkerFormData, {
    name: 'FormData',
    isInstance: isFormData,
    required: new Map([
      ['append', ['string', VALUE_TYPE]],
      ['delete', ['string']],
      ['get', ['string']],
      ['getAll', ['string']],
      ['has', ['string']],
      ['set', ['string', VALUE_TYPE]],
      ['forEach', ['function']],
    ]),
  });
}

function entryOf(name: unknown, value: unknown, fileName: unknown): [string, Value] {
  const field = `${name}`;
  if (value instanceof NativeFile && fileName === undefined) return [field, value];
  if (value instanceof NativeBlob) {
    return [field, new NativeFile([value], `${fileName ?? field}`, { type: value.type })];
  }
  return [field, `${value}`];
}
