/**
 * The frame of an async generator: that of whoever asks for its next value. Its code is resumed at once
 * where it waits at a `yield`, and then the asker's frame is current; where it is still busy the request
 * is queued, and the engine resumes it outside of every `AsyncLocalStorage.run`, as V8 does in workerd.
 */
import { currentFrame, type Frame, outermost, resume } from './async-context';
import { NativeProxy } from './proxies';

type Method = (...values: unknown[]) => unknown;

/** Set while a call of `next`, `throw` or `return` is under way. */
let asker: Frame | undefined;

/** Makes it known who resumes an async generator. */
export function patchAsyncGenerators(): void {
  const prototype: object = Object.getPrototypeOf(async function* () {}).prototype;
  for (const name of ['next', 'throw', 'return']) {
    const native: unknown = Reflect.get(prototype, name);
    if (typeof native !== 'function') continue;
    const patched = {
      [name](this: unknown, value: unknown, ...rest: unknown[]) {
        const before = asker;
        asker = currentFrame();
        try {
          return Reflect.apply(native, this, [value, ...rest]);
        } finally {
          asker = before;
        }
      },
    };
    Object.defineProperty(prototype, name, { value: patched[name] });
  }
}

/** Compiled code calls it after each `yield`: the frame that the generator goes on in. */
export function asked(before: Frame): Frame {
  const frame = asker ?? outermost(before);
  resume(frame, undefined);
  return frame;
}

/** Compiled code calls it at the start of each `catch` and `finally` of an async generator. */
export function caught(before: Frame): Frame {
  const frame = asker ?? before;
  resume(frame, undefined);
  return frame;
}

/**
 * Compiled code passes the operand of `yield*` through it.
 * @param onAsked Gets the frame of each call of the iterator: the last one is what the generator goes
 * on in.
 */
export function delegate(iterable: unknown, onAsked: (frame: Frame) => void): unknown {
  if ((typeof iterable !== 'object' && typeof iterable !== 'function') || iterable === null) {
    return iterable;
  }
  const isAsync = isMethod(Reflect.get(iterable, Symbol.asyncIterator));
  const symbol = isAsync ? Symbol.asyncIterator : Symbol.iterator;
  const method: unknown = Reflect.get(iterable, symbol);
  if (!isMethod(method)) return iterable;
  return { [symbol]: () => observed(Reflect.apply(method, iterable, []), onAsked) };
}

function observed(iterator: unknown, onAsked: (frame: Frame) => void): unknown {
  if (typeof iterator !== 'object' || iterator === null) return iterator;
  return new NativeProxy(iterator, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (!isMethod(method)) return method;
      return (...values: unknown[]) => {
        onAsked(currentFrame());
        return Reflect.apply(method, target, values);
      };
    },
  });
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
