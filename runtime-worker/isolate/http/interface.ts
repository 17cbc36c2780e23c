/** Makes classes look and refuse as those that workerd makes of C++ (its `jsg::Object`). */

import { illegalInvocation } from '../illegal-invocation';

/** How an interface is seen from outside. */
interface Appearance {
  readonly name: string;
  readonly isInstance: (value: unknown) => boolean;
  /** Types of the parameters that the constructor must be given. */
  readonly construct?: readonly string[];
  /** Types of the parameters that methods must be given. */
  readonly required?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Dresses a class: its members are enumerable, refuse a wrong `this` and missing parameters, and it
 * cannot be called without `new`. Returns what user code gets.
 */
export function dress<Class extends new (...values: never) => object>(
  Class: Class,
  { name, isInstance, construct = [], required }: Appearance,
): Class {
  for (const [key, { value, get }] of Object.entries(
    Object.getOwnPropertyDescriptors(Class.prototype),
  )) {
    if (key === 'constructor') continue;
    const types = required?.get(key) ?? [];
    const requireThis = (self: unknown) => {
      if (!isInstance(self)) throw illegalInvocation();
    };
    const member = get
      ? {
          get(this: unknown) {
            requireThis(this);
            return Reflect.apply(get, this, []);
          },
          set() {
            throw new TypeError(
              `Cannot assign to read only property '${key}' of object '#<${name}>'`,
            );
          },
        }
      : {
          writable: true,
          value: named(key, function method(this: unknown, ...values: unknown[]) {
            requireThis(this);
            requireParameters(`execute '${key}' on '${name}': parameter`, types, values);
            return Reflect.apply(value, this, values);
          }),
        };
    Object.defineProperty(Class.prototype, key, {
      enumerable: true,
      configurable: true,
      ...member,
    });
  }
  named(name, Class);
  Object.defineProperty(Class, 'length', { value: 0, configurable: true });
  const dressed = new Proxy(Class, {
    apply() {
      throw calledWithoutNew(name);
    },
    construct(target, values, newTarget) {
      requireParameters(`construct '${name}': constructor parameter`, construct, values);
      return Reflect.construct(target, values, newTarget);
    },
  });
  const hidden = { configurable: true, writable: true };
  // Last of its members, as there.
  Reflect.deleteProperty(Class.prototype, 'constructor');
  Object.defineProperty(Class.prototype, 'constructor', { value: dressed, ...hidden });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, ...hidden });
  return dressed;
}

/** Dresses a class and puts it where user code finds it. */
export function install<Class extends new (...values: never) => object>(
  Class: Class,
  appearance: Appearance,
): void {
  const value = dress(Class, appearance);
  Object.defineProperty(globalThis, appearance.name, { value, configurable: true, writable: true });
}

/** @throws {TypeError} as workerd does where fewer values are given than must be. */
export function requireParameters(
  where: string,
  types: readonly string[],
  values: readonly unknown[],
): void {
  if (values.length >= types.length) return;
  throw new TypeError(
    `Failed to ${where} ${values.length + 1} is not of type '${types[values.length]}'.`,
  );
}

/** What workerd says where a constructor is called as a function. */
export function calledWithoutNew(name: string): TypeError {
  return new TypeError(
    `Failed to construct '${name}': Please use the 'new' operator, this object constructor cannot be called as a function.`,
  );
}

/** What workerd says where a field of a dictionary has another type. */
export function wrongField(field: string, dictionary: string, type: string): TypeError {
  return new TypeError(
    `Incorrect type for the '${field}' field on '${dictionary}': the provided value is not of type '${type}'.`,
  );
}

/** Whether a value can be read as a dictionary or a sequence. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function named<F extends object>(name: string, value: F): F {
  return Object.defineProperty(value, 'name', { value: name, configurable: true });
}
