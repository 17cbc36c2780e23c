/** Errors of the browser's own functions, in the words of workerd. */

/** Makes the functions say what workerd says where they refuse. */
export function installErrorWords(): void {
  requireEventTypes();
  reword(globalThis, 'structuredClone', 'Value', withoutPrefix);
  reword(MessagePort.prototype, 'postMessage', undefined, withoutPrefix);
  reword(globalThis, 'queueMicrotask', 'function', (error) => error);
  reword(globalThis, 'btoa', 'string', () =>
    invalidCharacter('btoa() can only operate on characters in the Latin1 (ISO/IEC 8859-1) range.'),
  );
  reword(globalThis, 'atob', 'string', () =>
    invalidCharacter(
      "atob() called with invalid base64-encoded data. (Only whitespace, '+', '/', alphanumeric ASCII, and up to two terminal '=' signs when the input data length is divisible by 4 are allowed.)",
    ),
  );
}

const { apply } = Reflect;

/** Makes the constructors of events say what is wrong where they get nothing. */
function requireEventTypes(): void {
  for (const name of [
    'Event',
    'CustomEvent',
    'MessageEvent',
    'CloseEvent',
    'ErrorEvent',
  ] as const) {
    const native: (typeof globalThis)[typeof name] = globalThis[name];
    const value = new Proxy(native, {
      construct(target, values: unknown[], newTarget) {
        if (values.length > 0) return Reflect.construct(target, values, newTarget);
        throw new TypeError(
          `Failed to construct '${name}': constructor parameter 1 is not of type 'string'.`,
        );
      },
    });
    Reflect.set(globalThis, name, value);
    Object.defineProperty(native.prototype, 'constructor', {
      value,
      configurable: true,
      writable: true,
    });
  }
}

/** @param first The type of the first argument, which must be given. */
function reword(
  holder: object,
  name: string,
  first: string | undefined,
  words: (error: Error) => Error,
): void {
  const native: unknown = Reflect.get(holder, name);
  if (typeof native !== 'function') return;
  Object.defineProperty(holder, name, {
    value(this: unknown, ...values: unknown[]): unknown {
      if (
        first !== undefined &&
        (values.length === 0 || (first === 'function' && typeof values[0] !== first))
      ) {
        throw new TypeError(
          `Failed to execute '${name}' on 'ServiceWorkerGlobalScope': parameter 1 is not of type '${first}'.`,
        );
      }
      try {
        return apply(native, holder === globalThis ? holder : this, values);
      } catch (error) {
        throw error instanceof DOMException ? words(error) : error;
      }
    },
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** `Failed to execute 'structuredClone' on 'WorkerGlobalScope': why` -> `why` */
function withoutPrefix({ name, message }: Error): Error {
  return new DOMException(message.replace(/^Failed to execute '\w+' on '\w+': /, ''), name);
}

function invalidCharacter(message: string): Error {
  return new DOMException(message, 'InvalidCharacterError');
}
