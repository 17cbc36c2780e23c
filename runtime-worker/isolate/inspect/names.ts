/** What a value is called: by its constructor, and by its `Symbol.toStringTag`. */

/** `null` where no constructor is to be found. */
export function constructorNameOf(value: object): string | null {
  for (let each: object | null = value; each; each = Object.getPrototypeOf(each)) {
    const found = Object.getOwnPropertyDescriptor(each, 'constructor')?.value;
    if (typeof found === 'function' && found.name !== '' && isInstance(value, found)) {
      return String(found.name);
    }
  }
  return null;
}

/** The tag of a value, unless it is shown among its properties. */
export function tagOf(value: object): string {
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  const isShown = Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return typeof tag === 'string' && !isShown ? tag : '';
}

/** What stands before the first brace. */
export function prefixOf(name: string | null, tag: string, fallback: string, size = ''): string {
  const called = name === null ? `[${fallback}${size}: null prototype] ` : `${name}${size} `;
  return tag !== '' && tag !== (name ?? fallback) ? `${called}[${tag}] ` : called;
}

export function isError(value: object): value is Error {
  return value instanceof Error && !(value instanceof DOMException);
}

function isInstance(value: object, Class: unknown): boolean {
  try {
    return typeof Class === 'function' && value instanceof Class;
  } catch {
    return false;
  }
}
