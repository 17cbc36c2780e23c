/** Timers as workerd has them with `nodejs_compat`: their handles are objects, as in Node.js. */
import { TIMERS } from '../bounds';
import { bindToFrame, currentFrame } from './async-context';
import { callTimer } from './uncaught';

// Taken before user code can replace them.
type Begin = (handler: TimerHandler, delay?: number) => number;
const later: Begin = setTimeout;
const repeatedly: Begin = setInterval;
const forget: (timer?: number) => void = clearTimeout;

type Callback = (...values: unknown[]) => unknown;

/** What may still fire, by number: a handle may be given as one. */
const active = new Map<number, Timeout>();
let last = 0;

/** The timers of one request, or of the time before any. */
interface Count {
  active: number;
  finished: number;
}

const outside: Count = { active: 0, finished: 0 };
const counts = new WeakMap<object, Count>();

function countNow(): Count {
  const { context } = currentFrame();
  if (!context) return outside;
  const count = counts.get(context) ?? { active: 0, finished: 0 };
  counts.set(context, count);
  return count;
}

/** Set while a handle is made: it has no public constructor parameters. */
let stop: (timeout: Timeout) => void;

class Timeout {
  readonly #id: number;
  readonly #count: Count;
  readonly #begin: (fired: () => void) => number;
  #native = 0;
  #ref = true;

  static {
    stop = (timeout) => {
      forget(timeout.#native);
      timeout.#end();
    };
  }

  /**
   * @param begin Starts the browser's timer, whose number it gives.
   * @throws {DOMException} where the request has as many as it may; as workerd's TimeoutManagerImpl.
   */
  constructor(begin: (fired: () => void) => number) {
    this.#count = countNow();
    if (this.#count.active >= TIMERS) throw tooMany(this.#count);
    last += 1;
    this.#id = last;
    this.#begin = begin;
    this.refresh();
  }

  /** Starts anew, also after it fired. */
  refresh(): this {
    stop(this);
    active.set(this.#id, this);
    this.#count.active += 1;
    this.#native = this.#begin(() => this.#end());
    return this;
  }

  #end(): void {
    if (!active.delete(this.#id)) return;
    this.#count.active -= 1;
    this.#count.finished += 1;
  }

  close(): this {
    stop(this);
    return this;
  }

  ref(): this {
    this.#ref = true;
    return this;
  }

  unref(): this {
    this.#ref = false;
    return this;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }

  [Symbol.dispose](): void {
    stop(this);
  }
}

class Immediate {
  #ref = false;

  ref(): void {
    this.#ref = true;
  }

  unref(): void {
    this.#ref = false;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  get [Symbol.toStringTag](): string {
    return 'Immediate';
  }

  [Symbol.dispose](): void {
    clearImmediate(this);
  }
}

const immediates = new WeakMap<object, number>();

/** Puts them on the global object; their callbacks run in the frame in which they were handed over. */
export function installTimers(): void {
  Object.defineProperty(Timeout, 'name', { value: 'Timeout' });
  Object.defineProperty(Immediate, 'name', { value: 'Immediate' });
  const timer = (begin: Begin, once: boolean) =>
    function start(given: unknown, delay?: number, ...values: unknown[]): Timeout {
      const callback = bindToFrame(checked(given));
      return new Timeout((fired) =>
        begin(() => {
          if (once) fired();
          callTimer(() => callback(...values));
        }, delay),
      );
    };
  Object.assign(globalThis, {
    setTimeout: timer(later, true),
    setInterval: timer(repeatedly, false),
    clearTimeout: clear,
    clearInterval: (handle: unknown) => clear(handle),
    setImmediate,
    clearImmediate,
  });
}

function clear(handle: unknown): void {
  const timeout = handle instanceof Timeout ? handle : active.get(Number(handle));
  if (timeout) stop(timeout);
}

function setImmediate(callback: unknown, ...values: unknown[]): Immediate {
  if (typeof callback !== 'function') {
    throw new TypeError(
      "Failed to execute 'setImmediate' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'function'.",
    );
  }
  const bound = bindToFrame(() => Reflect.apply(callback, undefined, values));
  const immediate = new Immediate();
  immediates.set(
    immediate,
    later(() => callTimer(bound), 0),
  );
  return immediate;
}

function clearImmediate(handle: unknown): void {
  if (handle instanceof Immediate) forget(immediates.get(handle));
}

/** @throws {TypeError} as Node.js does where it is no function. */
function checked(callback: unknown): Callback {
  // A function may be called with any values.
  if (typeof callback === 'function') return callback as Callback;
  const received =
    callback === null || callback === undefined
      ? String(callback)
      : `type ${typeof callback} (${typeof callback === 'string' ? `'${callback}'` : String(callback)})`;
  throw Object.assign(
    new TypeError(`The "callback" argument must be of type function. Received ${received}`),
    { code: 'ERR_INVALID_ARG_TYPE' },
  );
}

function tooMany({ active, finished }: Count): DOMException {
  return new DOMException(
    `You have exceeded the number of active timeouts you may set. max active timeouts: ${TIMERS}, current active timeouts: ${active}, finished timeouts: ${finished}`,
    'QuotaExceededError',
  );
}
