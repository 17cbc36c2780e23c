/**
 * Values as text, as workerd's structured log has them: what node's `util.inspect` gives.
 * @see https://github.com/cloudflare/workerd/blob/main/src/node/internal/internal_inspect.ts
 * @see https://nodejs.org/api/util.html#utilinspectobject-options
 */
import { isProxy, targetOf } from '../proxies';
import { inColumns, join, SHOWN } from './layout';
import { constructorNameOf, isError, prefixOf, tagOf } from './names';
import { platformView } from './platform';
import { type Shape, shapeOf } from './shapes';
import { inspectPrimitive, propertyName } from './text';

export interface InspectOptions {
  /** So many levels below the value are shown. */
  readonly depth: number;
  /** Whether what is not enumerable is shown too. */
  readonly hidden: boolean;
}

export const DEFAULT_OPTIONS: InspectOptions = { depth: 2, hidden: false };

const CUSTOM = Symbol.for('nodejs.util.inspect.custom');

/**
 * Any value as text. Of the user's code it runs what the value brings for it under
 * `Symbol.for('nodejs.util.inspect.custom')`, and `toString` and `stack` of errors; no getters, and no
 * traps of a proxy that is logged.
 */
export function inspect(value: unknown, options: InspectOptions = DEFAULT_OPTIONS): string {
  return new Inspection(options).value(value, 0);
}

class Inspection {
  readonly #options: InspectOptions;
  /** The objects that the value is in, from the outermost. */
  readonly #path: object[] = [];
  readonly #circular = new Map<object, number>();
  #indentation = 0;
  /** The level of the object that was looked into last. */
  #lookedInto = 0;

  constructor(options: InspectOptions) {
    this.#options = options;
  }

  /** @param level In how many objects it is. */
  value(value: unknown, level: number): string {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      return inspectPrimitive(value, this.#indentation);
    }
    const target = targetOf(value);
    if (target === null) return '<Revoked Proxy>';
    const shown = target ?? value;
    if (isProxy(shown)) return `Proxy(${this.value(shown, level)})`;
    const custom: unknown = Reflect.get(shown, CUSTOM);
    if (typeof custom === 'function') {
      const depth = this.#options.depth - level;
      const given: unknown = Reflect.apply(custom, value, [depth, { depth }, inspect]);
      if (typeof given === 'string') return this.#indented(given);
      if (given !== value) return this.value(given, level);
    }
    if (!this.#path.includes(shown)) {
      const text = this.#object(shown, level);
      return target ? `Proxy(${text})` : text;
    }
    const index = this.#circular.get(shown) ?? this.#circular.size + 1;
    this.#circular.set(shown, index);
    return `[Circular *${index}]`;
  }

  #object(value: object, level: number): string {
    const keys = this.#keysOf(value);
    const tag = tagOf(value);
    const view = platformView(value, tag);
    const shape = shapeOf(value, tag, keys, view);
    if (isEmpty(shape)) return this.#indented(shape.base || shape.open + shape.close);
    if (level > this.#options.depth) {
      const name = Array.isArray(value)
        ? 'Array'
        : prefixOf(constructorNameOf(value), tag, 'Object').slice(0, -1);
      return `[${name}]`;
    }
    this.#path.push(value);
    this.#lookedInto = level;
    const inner = level + 1;
    const members = [
      ...shape.members((each) => this.#deeper(() => this.value(each, inner))),
      ...shape.keys.map((key) => this.#property(value, key, inner)),
      ...(view?.properties ?? []).map(
        ([label, each]) => `${label}: ${this.#deeper(() => this.value(each, inner))}`,
      ),
    ];
    this.#path.pop();
    const rows = shape.isList ? this.#rows(value, members) : members;
    // Rows are on lines of their own.
    const levels = rows === members ? this.#lookedInto - level : Number.POSITIVE_INFINITY;
    const index = this.#circular.get(value);
    const base = [index === undefined ? '' : `<ref *${index}>`, shape.base];
    return join(
      rows,
      { ...shape, base: this.#indented(base.filter(Boolean).join(' ')) },
      { indentation: this.#indentation, levels },
    );
  }

  #rows(value: object, members: readonly string[]): readonly string[] {
    if (members.length <= 6) return members;
    const numeric = members.every((_, index) =>
      ['number', 'bigint'].includes(typeof Reflect.get(value, index)),
    );
    return inColumns(members, this.#indentation, numeric, members.length > SHOWN);
  }

  #property(value: object, key: PropertyKey, level: number): string {
    const property = Object.getOwnPropertyDescriptor(value, key) ?? {
      value: Reflect.get(value, key),
      enumerable: true,
    };
    const { get, set, enumerable } = property;
    const accessor = [get && 'Getter', set && 'Setter'].filter(Boolean).join('/');
    const text = accessor ? `[${accessor}]` : this.#deeper(() => this.value(property.value, level));
    return `${propertyName(key, enumerable === true)}: ${text}`;
  }

  #keysOf(value: object): PropertyKey[] {
    if (this.#options.hidden) return Reflect.ownKeys(value);
    const keys: PropertyKey[] = Object.keys(value);
    const symbols = Object.getOwnPropertySymbols(value).filter((symbol) =>
      Object.prototype.propertyIsEnumerable.call(value, symbol),
    );
    return isError(value) ? [...errorKeys(value, keys), ...symbols] : [...keys, ...symbols];
  }

  #deeper(work: () => string): string {
    this.#indentation += 2;
    const text = work();
    this.#indentation -= 2;
    return text;
  }

  /** A text of several lines, where the value stands. */
  #indented(text: string): string {
    return text.replaceAll('\n', `\n${' '.repeat(this.#indentation)}`);
  }
}

function isEmpty({ count, keys }: Shape): boolean {
  return count === 0 && keys.length === 0;
}

/** `name` and `message` are in the stack; `cause` and `errors` are shown though they are not enumerable. */
function errorKeys(error: Error, keys: readonly PropertyKey[]): PropertyKey[] {
  const stack = `${error.stack || error}`;
  const shown = keys.filter((key) => {
    const value: unknown = Reflect.get(error, key);
    const inStack = ['name', 'message', 'stack'].includes(String(key));
    return !inStack || (typeof value === 'string' && !stack.includes(value));
  });
  const more = ['cause', 'errors'].filter(
    (key) => Object.hasOwn(error, key) && !shown.includes(key),
  );
  return [...shown, ...more];
}
