import type { FromIsolate, Thrown } from '../protocol';
import type { Tell } from './tell';
import { thrownFrom } from './thrown';

/**
 * One request inside the isolate, from its event until its response, body and `waitUntil` tasks are
 * all done. Named after the class of workerd (src/workerd/io/io-context.h).
 */
export class IoContext {
  readonly request: string;
  /** Called once, when all is done. */
  beforeSettled: () => void = () => {};
  readonly #tell: Tell;
  readonly #onAborted: () => void;
  #tasks = 0;
  #pending = 0;
  #aborted = false;
  #settled = false;

  /** @param onAborted Called once, if `ctx.abort()` ends the request. */
  constructor(request: string, tell: Tell, onAborted: () => void) {
    this.request = request;
    this.#tell = tell;
    this.#onAborted = onAborted;
  }

  /** Whether `ctx.abort()` was called: none of the request's code runs any more. */
  get aborted(): boolean {
    return this.#aborted;
  }

  /** Ends this request alone, with `reason` as its error. The caller unwinds its own code. */
  abort(reason: Thrown): void {
    if (this.#aborted) return;
    this.#tell({ type: 'requestAborted', request: this.request, error: reason });
    this.stop();
  }

  /** None of the request's code runs from now on. Whoever calls it has told why. */
  stop(): void {
    this.#aborted = true;
    this.#onAborted();
  }

  /** Keeps the request alive until `promise` settles. A rejection is reported; it fails nothing else. */
  waitUntil(promise: unknown): void {
    this.#tasks += 1;
    const task = this.#tasks;
    const { request } = this;
    this.#tell({ type: 'waitUntilBegan', request, task });
    this.hold(
      Promise.resolve(promise).then(
        () => this.#tell({ type: 'waitUntilEnded', request, task }),
        (error: unknown) =>
          this.#tell({
            type: 'waitUntilEnded',
            request,
            task,
            error: thrownFrom(error),
          }),
      ),
    );
  }

  /** Keeps the request alive until `work` settles, without it being a task of the user's. */
  hold(work: Promise<void>): void {
    this.#pending += 1;
    const release = () => {
      this.#pending -= 1;
      if (this.#pending > 0 || this.#aborted || this.#settled) return;
      this.beforeSettled();
      this.#tell({ type: 'settled', request: this.request });
    };
    work.then(release, release);
  }

  /**
   * Tells what comes last of the work that is held now. Where nothing else is open, it says that too:
   * a message less.
   */
  tellLast(message: Extract<FromIsolate, { settled?: true | undefined }>): void {
    this.#settled = this.#pending === 1;
    this.#tell(this.#settled ? { ...message, settled: true } : message);
  }
}
