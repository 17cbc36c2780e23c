/**
 * The callbacks of streams. What a call of the stream's API calls at once runs in the caller's frame, and
 * what the stream calls later in the frame of its last callback, to whose promise it reacts: at first
 * that in which the stream was made. So the Streams standard, written in promises, has it.
 */
import { check, currentFrame, runIn } from './async-context';
import { NativeProxy } from './proxies';

type Callback = (...values: unknown[]) => unknown;

/** How many calls of the streams' API are on the stack. */
let calls = 0;

const CALLBACKS = ['start', 'pull', 'cancel', 'write', 'close', 'abort', 'transform', 'flush'];

export function patchStreams(): void {
  for (const name of ['ReadableStream', 'WritableStream', 'TransformStream'] as const) {
    const Native: (typeof globalThis)[typeof name] = globalThis[name];
    const value = new Proxy(Native, {
      construct(target, [callbacks, ...strategies]: unknown[], newTarget) {
        return Reflect.construct(target, [inFrames(callbacks), ...strategies], newTarget);
      },
    });
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  observe(ReadableStream.prototype, ['cancel']);
  observe(ReadableStreamDefaultReader.prototype, ['read', 'cancel']);
  observe(ReadableStreamBYOBReader.prototype, ['read', 'cancel']);
  observe(ReadableStreamDefaultController.prototype, ['enqueue', 'close']);
  observe(ReadableByteStreamController.prototype, ['enqueue', 'close']);
  observe(WritableStream.prototype, ['abort', 'close']);
  observe(WritableStreamDefaultWriter.prototype, ['write', 'abort', 'close']);
  observe(Object.getPrototypeOf(new ReadableStream().values()), ['next', 'return']);
}

/** Counts the calls of methods while they are on the stack. */
function observe(prototype: object, names: readonly string[]): void {
  for (const name of names) {
    const native: unknown = Reflect.get(prototype, name);
    if (typeof native !== 'function') continue;
    const observed = {
      [name](this: unknown, ...values: unknown[]) {
        calls += 1;
        try {
          return Reflect.apply(native, this, values);
        } finally {
          calls -= 1;
        }
      },
    };
    Object.defineProperty(prototype, name, { value: observed[name] });
  }
}

function inFrames(callbacks: unknown): unknown {
  if (typeof callbacks !== 'object' || callbacks === null) return callbacks;
  let last = currentFrame();
  const run = (callback: Callback) => {
    const work = () => {
      check();
      return callback();
    };
    if (calls > 0) last = currentFrame();
    return runIn(last, work);
  };
  const overrides = new Map<PropertyKey, Callback>();
  for (const name of CALLBACKS) {
    const callback: unknown = Reflect.get(callbacks, name);
    if (typeof callback !== 'function') continue;
    // Called with the author's own object as `this`, as the Streams standard has it.
    overrides.set(name, (...values) => run(() => Reflect.apply(callback, callbacks, values)));
  }
  return new NativeProxy(callbacks, {
    get: (target, name) => overrides.get(name) ?? Reflect.get(target, name),
  });
}
