let evaluating = true;

/** The modules' top level came to its end: from now on all code belongs to a handler. */
export function leaveGlobalScope(): void {
  evaluating = false;
}

/** @throws as workerd does where the top level of a module does what only a handler may. */
export function requireHandler(): void {
  if (evaluating) throw disallowedOperation();
}

/**
 * What workerd says outside of a handler.
 * @see https://developers.cloudflare.com/workers/runtime-apis/handlers/
 */
export function disallowedOperation(): Error {
  return new Error(
    'Disallowed operation called within global scope. Asynchronous I/O (ex: fetch() or connect()), setting a timeout, and generating random values are not allowed within global scope. To fix this error, perform this operation within a handler. https://developers.cloudflare.com/workers/runtime-apis/handlers/',
  );
}

/** Refuses at the top level what `names` of `holder` do. */
function guard(holder: object | undefined, names: readonly string[]): void {
  for (const name of names) {
    const native: unknown = holder && Reflect.get(holder, name);
    if (!holder || typeof native !== 'function') continue;
    const guarded = new Proxy(native, {
      apply(target, self, values) {
        requireHandler();
        return Reflect.apply(target, self, values);
      },
      construct(target, values, newTarget) {
        requireHandler();
        return Reflect.construct(target, values, newTarget);
      },
    });
    Object.defineProperty(holder, name, { value: guarded });
  }
}

/** Makes everything that waits or is random refuse to work at the modules' top level. */
export function guardGlobalScope(): void {
  guard(globalThis, [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'WebSocket',
    'WebSocketPair',
    'CompressionStream',
    'DecompressionStream',
  ]);
  guard(AbortSignal, ['timeout']);
  guard(Reflect.get(globalThis, 'scheduler'), ['wait']);
  for (const [name, methods] of Object.entries(REFUSED_METHODS)) {
    // A sandbox is no secure context: some classes are not there unless the runtime brings them.
    guard(Reflect.get(globalThis, name)?.prototype, methods);
  }
}

const REFUSED_METHODS: Readonly<Record<string, readonly string[]>> = {
  Crypto: ['getRandomValues', 'randomUUID'],
  SubtleCrypto: ['generateKey'],
  Blob: ['stream'],
};
