import { RUNTIME_KEY, type RuntimeGlobal } from '../runtime-modules';

/** What the isolate lends to globals that are brought. */
export const { platform, assets } = runtimeGlobal();

function runtimeGlobal(): RuntimeGlobal {
  // The isolate puts it there before it evaluates a script.
  return Reflect.get(globalThis, Symbol.for(RUNTIME_KEY)) as RuntimeGlobal;
}

/** Puts classes where workerd has them: on the prototype of the global object, enumerable. */
export function placeClasses(classes: Readonly<Record<string, object>>): void {
  for (const [name, value] of Object.entries(classes)) {
    Object.defineProperty(value, 'name', { value: name, configurable: true });
    const { prototype } = value as { prototype?: object };
    if (prototype) tag(prototype, name);
    place(Object.getPrototypeOf(globalThis), name, value);
  }
}

/** Puts a value on the global object itself. */
export function placeOwn(name: string, value: unknown): void {
  place(globalThis, name, value);
}

/** What `Object.prototype.toString` calls an object. */
export function tag(object: object, name: string): void {
  Object.defineProperty(object, Symbol.toStringTag, { value: name, configurable: true });
}

/** A class that only the runtime makes instances of: their `new` without this throws. */
export const MAKING = Symbol('made by the runtime');

/** @throws {TypeError} where user code calls the constructor of a class of the runtime's. */
export function requireMaking(given: unknown): void {
  if (given !== MAKING) throw new TypeError('Illegal constructor');
}

function place(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
