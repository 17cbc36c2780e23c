import { unwind } from './async-context';
import type { IoContext } from './io-context';
import { thrownFrom } from './thrown';
import { tracing } from './tracing';

/** The `ctx` that a handler gets. */
export class ExecutionContext {
  readonly #context: IoContext;
  readonly tracing = tracing;
  readonly access = undefined;
  readonly cache = undefined;
  /** What the binding says of its user. */
  readonly props: unknown;
  /** Stubs of the Worker's own exports. */
  readonly exports: object;

  constructor(context: IoContext, props: unknown, exports: object) {
    this.#context = context;
    this.props = props ?? {};
    this.exports = exports;
  }

  waitUntil(...promises: unknown[]): void {
    if (promises.length === 0) {
      throw new TypeError(
        "Failed to execute 'waitUntil' on 'ExecutionContext': parameter 1 is not of type 'Promise'.",
      );
    }
    this.#context.waitUntil(promises[0]);
  }

  /**
   * Ends this request with `reason` as its error; the isolate and the other requests live. Never
   * returns, and no `catch`, `finally` or later continuation of the request runs.
   * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/global-scope.c%2B%2B
   */
  abort(...reason: unknown[]): never {
    this.#context.abort(
      reason.length === 0 || reason[0] === undefined
        ? {
            name: 'Error',
            message: 'Worker execution was aborted due to call to ctx.abort().',
          }
        : thrownFrom(reason[0]),
    );
    return unwind();
  }

  /** Forwards to the origin where the handler throws. There is no origin here, so it changes nothing. */
  passThroughOnException(): void {}
}

// The name that user code sees must survive the build.
Object.defineProperty(ExecutionContext, 'name', { value: 'ExecutionContext' });
Object.defineProperty(ExecutionContext.prototype, Symbol.toStringTag, {
  value: 'ExecutionContext',
});
