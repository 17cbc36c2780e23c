import { calledWithoutNew, requireParameters } from './interface';

/** The browser's own URL, URLSearchParams and URLPattern follow the same standards; the errors differ. */

/** What workerd says where a constructor is called with something that cannot be read. */
const MESSAGES = {
  URL: 'Invalid URL string.',
  URLSearchParams: 'Invalid URL search params sequence.',
  URLPattern: 'Failed to construct URLPattern',
} as const;

/** Types of the parameters that must be given, and how a method is named in workerd's errors. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  URL: ['USVString'],
};

export function installUrls(): void {
  for (const [name, message] of Object.entries(MESSAGES)) {
    const native: unknown = Reflect.get(globalThis, name);
    // A browser may lack URLPattern.
    if (typeof native !== 'function') continue;
    const dressed = new Proxy(native, {
      construct(target, values, newTarget) {
        requireParameters(
          `construct '${name}': constructor parameter`,
          REQUIRED[name] ?? [],
          values,
        );
        return translated(message, () => Reflect.construct(target, values, newTarget));
      },
      apply() {
        throw calledWithoutNew(name);
      },
    });
    const hidden = { value: dressed, configurable: true, writable: true };
    Object.defineProperty(native.prototype, 'constructor', hidden);
    Object.defineProperty(globalThis, name, hidden);
  }
  for (const name of ['createObjectURL', 'revokeObjectURL'] as const) {
    Object.defineProperty(URL, name, {
      value() {
        throw new Error(`URL.${name}() is not implemented`);
      },
    });
  }
  const href = Object.getOwnPropertyDescriptor(URL.prototype, 'href');
  Object.defineProperty(URL.prototype, 'href', {
    ...href,
    set(this: URL, value: unknown) {
      translated(
        "Failed to set the 'href' property on 'URL': the provided value is not of type 'valid URL string'.",
        () => href?.set?.call(this, value),
      );
    },
  });
}

/** Runs it; where the browser throws a TypeError of its own, one with `message` is thrown. */
function translated<T>(message: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof TypeError && OWN.test(error.message) ? new TypeError(message) : error;
  }
}

/** How Chromium's own errors begin: others come from code of the user's that a conversion ran. */
const OWN = /^Failed to (?:construct|set) /;
