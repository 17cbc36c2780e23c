/**
 * Which request is running, and which values its `AsyncLocalStorage`s hold, across every `await`.
 *
 * Browsers have no AsyncContext. So the compiler rewrites each `await` of the user's modules to
 * {@link resume} the frame that its function was {@link enter}ed with, and async-patches.ts wraps the
 * callbacks that the platform calls later. The counterpart of workerd's jsg::AsyncContextFrame.
 */
import type { IoContext } from './io-context';

/** What is current while some code runs. Immutable: another value means another frame. */
export interface Frame {
  readonly context: IoContext | undefined;
  readonly values: ReadonlyMap<object, unknown>;
}

/** Outside of every request: the startup, and what it left behind. */
export const NO_FRAME: Frame = { context: undefined, values: new Map() };

/** Unwinds code that may not run on. No `catch` or `finally` of the user's sees it. */
class Unwinding {}

let current: Frame = NO_FRAME;
let last: IoContext | undefined;
let destroyed = false;

export function currentFrame(): Frame {
  return current;
}

/** The request whose code ran last on this thread, of all that anything is known of. */
export function lastContext(): IoContext | undefined {
  return last;
}

/** Runs `work` in `frame`, at once. */
export function runIn<T>(frame: Frame, work: () => T): T {
  const before = current;
  current = frame;
  last = frame.context ?? last;
  try {
    return work();
  } finally {
    current = before;
  }
}

/**
 * Binds a callback that the platform calls later to the frame that is current now. For a request that
 * was aborted meanwhile it is not called.
 */
export function bindToFrame<This, Values extends unknown[], Result>(
  callback: (this: This, ...values: Values) => Result,
): (this: This, ...values: Values) => Result {
  const frame = current;
  return function bound(this: This, ...values: Values): Result {
    return runIn(frame, () => {
      check();
      return callback.apply(this, values);
    });
  };
}

/** Compiled code calls it where an async function begins. */
export function enter(): Frame {
  return current;
}

/** Compiled code passes the value of each `await` through it, with the frame its function began in. */
export function resume<T>(frame: Frame, value: T): T {
  current = frame;
  last = frame.context ?? last;
  check();
  return value;
}

/**
 * Compiled code disposes of it after the resource of an `await using`, whose disposal the engine awaits.
 * It throws nothing: that would be a `SuppressedError` around the error of an aborted request.
 */
export function restorer(frame: Frame): Disposable {
  return {
    [Symbol.dispose]() {
      current = frame;
    },
  };
}

/** The frame of what the platform starts for a request: outside of every `AsyncLocalStorage.run`. */
export function outermost({ context }: Frame): Frame {
  return { context, values: NO_FRAME.values };
}

/** Compiled code calls it at the start of each `catch` and `finally`: an aborted request runs none. */
export function check(): void {
  if (destroyed || current.context?.aborted) unwind();
}

/** Ends the running code of an aborted request. */
export function unwind(): never {
  throw new Unwinding();
}

/**
 * The isolate was aborted: no callback, continuation, `catch` or `finally` runs from now on. Its thread
 * is blocked, but when the browser ends it, V8 takes the blocked code off the stack and then runs the
 * microtasks that were queued before.
 */
export function runNothingMore(): void {
  destroyed = true;
}

/** Whether `thrown` is only the end of an aborted request's code. */
export function isUnwinding(thrown: unknown): boolean {
  return thrown instanceof Unwinding;
}
