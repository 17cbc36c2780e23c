import { bindToFrame } from './async-context';
import { patchEventTarget } from './event-target';
import { installTimers } from './timers';
import { handles } from './uncaught';

type Callback = (...values: unknown[]) => unknown;

function bound<T>(callback: T): T {
  // Only functions are bound; the bound one takes and gives what the given one does.
  return typeof callback === 'function' ? (bindToFrame(callback as Callback) as T) : callback;
}

/** Makes everything that the platform calls back later run in the frame in which it was handed over. */
export function patchCallbacks(): void {
  patchThen();
  installTimers();
  patchQueueMicrotask();
  patchEventTarget();
  patchStreams();
}

/** `await` of a native promise does not come through here: the compiler rewrites those. */
function patchThen(): void {
  const { then } = Promise.prototype;
  define(Promise.prototype, 'then', function patched(this: unknown, ...callbacks: unknown[]) {
    handles(this);
    return Reflect.apply(then, this, callbacks.map(bound));
  });
}

function patchQueueMicrotask(): void {
  const native = queueMicrotask;
  define(globalThis, 'queueMicrotask', (callback: VoidFunction) => native(bound(callback)));
}

/** The callbacks of streams run in the frame that made the stream. */
function patchStreams(): void {
  for (const name of ['ReadableStream', 'WritableStream', 'TransformStream'] as const) {
    const Native: (typeof globalThis)[typeof name] = globalThis[name];
    define(
      globalThis,
      name,
      new Proxy(Native, {
        construct(target, [callbacks, ...strategies]: unknown[], newTarget) {
          return Reflect.construct(target, [boundMembers(callbacks), ...strategies], newTarget);
        },
      }),
    );
  }
}

const STREAM_CALLBACKS = [
  'start',
  'pull',
  'cancel',
  'write',
  'close',
  'abort',
  'transform',
  'flush',
];

function boundMembers(callbacks: unknown): unknown {
  if (typeof callbacks !== 'object' || callbacks === null) return callbacks;
  const overrides = new Map<PropertyKey, unknown>();
  for (const name of STREAM_CALLBACKS) {
    const callback: unknown = Reflect.get(callbacks, name);
    if (typeof callback !== 'function') continue;
    // Called with the author's own object as `this`, as the Streams standard has it.
    overrides.set(
      name,
      bound((...values: unknown[]) => Reflect.apply(callback, callbacks, values)),
    );
  }
  return new Proxy(callbacks, {
    get: (target, name) => (overrides.has(name) ? overrides.get(name) : Reflect.get(target, name)),
  });
}

function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
}
