import { bindToFrame, NO_FRAME, runIn } from './async-context';
import { patchAsyncGenerators } from './async-generators';
import { patchEventTarget } from './event-target';
import { patchStreams } from './stream-callbacks';
import { thenable } from './thenables';
import { installTimers } from './timers';
import { handles } from './uncaught';

type Callback = (...values: unknown[]) => unknown;

function bound<T>(callback: T): T {
  // Only functions are bound; the bound one takes and gives what the given one does.
  return typeof callback === 'function' ? (bindToFrame(callback as Callback) as T) : callback;
}

/**
 * Makes everything that the platform calls back later run in the frame in which it was handed over.
 * Listeners of events are not among it: as in workerd they run in the frame that dispatches.
 */
export function patchCallbacks(): void {
  patchPromises();
  installTimers();
  patchQueueMicrotask();
  patchEventTarget();
  patchAsyncGenerators();
  patchStreams();
  patchFinalization();
}

/** `await` of a native promise does not come through here: the compiler rewrites those. */
function patchPromises(): void {
  const { then } = Promise.prototype;
  const { resolve } = Promise;
  define(Promise.prototype, {
    // biome-ignore lint/suspicious/noThenProperty: it is the one of promises.
    then(this: unknown, onFulfilled: unknown, onRejected: unknown) {
      handles(this);
      return Reflect.apply(then, this, [reaction(onFulfilled), reaction(onRejected)]);
    },
  });
  define(Promise, {
    resolve(this: unknown, value: unknown) {
      return Reflect.apply(resolve, this, [thenable(value)]);
    },
  });
}

/** The thenable that a callback of a promise gives is one of its frame, too. */
function reaction(callback: unknown): unknown {
  if (typeof callback !== 'function') return callback;
  return bindToFrame((value: unknown) => thenable(Reflect.apply(callback, undefined, [value])));
}

function patchQueueMicrotask(): void {
  const native = queueMicrotask;
  define(globalThis, {
    queueMicrotask: (callback: VoidFunction) => native(bound(callback)),
  });
}

/** What is called when something was collected belongs to no request. */
function patchFinalization(): void {
  globalThis.FinalizationRegistry = new Proxy(FinalizationRegistry, {
    construct(target, [callback, ...rest]: unknown[], newTarget) {
      return Reflect.construct(
        target,
        [runIn(NO_FRAME, () => bound(callback)), ...rest],
        newTarget,
      );
    },
  });
}

/** Puts functions in the place of the platform's, under their names. */
function define(holder: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
  }
}
