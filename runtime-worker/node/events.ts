/** `node:events`: the emitter of the package `events`, with the errors and functions of today's Node.js. */
import { AsyncResource } from 'node:async_hooks';
import EventEmitter from 'events/';
import { inspect } from 'node-inspect-extracted';
import { on as iterate } from 'unenv/node/internal/events/events';
import {
  abortError,
  invalidArgType,
  nodeError,
  outOfRange,
  requireFunction,
} from './internal/errors';

type Listener = (...values: unknown[]) => void;
type Emitter = InstanceType<typeof EventEmitter>;

const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const errorMonitor = Symbol('events.errorMonitor');
const captureRejections = false;
const usingDomains = false;

const { emit } = EventEmitter.prototype;
const { init, defaultMaxListeners } = EventEmitter as unknown as {
  // The package has it, as Node.js does; the types do not.
  readonly init: () => void;
  readonly defaultMaxListeners: number;
};

for (const name of [
  'on',
  'addListener',
  'prependListener',
  'once',
  'prependOnceListener',
  'off',
  'removeListener',
] as const) {
  const method = EventEmitter.prototype[name];
  const checked = {
    [name](this: Emitter, event: string, listener: Listener) {
      requireFunction(listener, 'listener');
      return Reflect.apply(method, this, [event, listener]);
    },
  };
  hide(EventEmitter.prototype, name, checked[name]);
}

hide(EventEmitter.prototype, 'emit', function (this: Emitter, ...given: unknown[]) {
  const [event, error] = given;
  if (event !== 'error') return Reflect.apply(emit, this, given);
  if (this.listenerCount(errorMonitor) > 0) {
    Reflect.apply(emit, this, [errorMonitor, ...given.slice(1)]);
  }
  if (this.listenerCount('error') > 0) return Reflect.apply(emit, this, given);
  if (error instanceof Error) throw error;
  const failure = nodeError(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${inspect(error)})`);
  throw Object.assign(failure, { context: error });
});

hide(EventEmitter.prototype, 'setMaxListeners', function (this: Emitter, count: unknown) {
  requireCount(count);
  return Object.assign(this, { _maxListeners: count });
});

function hide(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
}

function requireCount(count: unknown): void {
  if (typeof count === 'number' && count >= 0) return;
  if (typeof count !== 'number') throw invalidArgType('n', 'of type number', count);
  throw outOfRange('n', 'a non-negative number', count);
}

interface Options {
  readonly signal?: AbortSignal;
}

/** Resolves with the values of the next event of that name; rejects at an `error` and at an abort. */
export async function once(
  emitter: Emitter | EventTarget,
  name: string,
  { signal }: Options = {},
): Promise<unknown[]> {
  if (signal?.aborted) throw abortError(signal.reason);
  const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
  const heard = (...values: unknown[]) => resolve(values);
  const aborted = () => reject(abortError(signal?.reason));
  const unlisten = listen(emitter, name, heard);
  const unfail =
    name === 'error' || emitter instanceof EventTarget
      ? undefined
      : listen(emitter, 'error', reject);
  signal?.addEventListener('abort', aborted, { once: true });
  try {
    return await promise;
  } finally {
    unlisten();
    unfail?.();
    signal?.removeEventListener('abort', aborted);
  }
}

function listen(emitter: Emitter | EventTarget, name: string, listener: Listener): () => void {
  if (emitter instanceof EventTarget) {
    emitter.addEventListener(name, listener, { once: true });
    return () => emitter.removeEventListener(name, listener);
  }
  if (typeof emitter?.on !== 'function') {
    throw invalidArgType('emitter', 'an instance of EventEmitter', emitter);
  }
  emitter.once(name, listener);
  return () => void emitter.removeListener(name, listener);
}

export function on(
  emitter: Emitter,
  name: string,
  options?: Options,
): AsyncIterableIterator<unknown[]> {
  return iterate(emitter, name, options);
}

const listened = new WeakMap<EventTarget, number>();

export function getEventListeners(emitter: Emitter | EventTarget, name: string): unknown[] {
  if (emitter instanceof EventTarget) return [];
  if (typeof emitter?.listeners === 'function') return emitter.listeners(name);
  throw invalidArgType('emitter', 'an instance of EventEmitter or EventTarget', emitter);
}

export function getMaxListeners(emitter: Emitter | EventTarget): number {
  if (emitter instanceof EventTarget) return listened.get(emitter) ?? defaultMaxListeners;
  if (typeof emitter?.getMaxListeners === 'function') return emitter.getMaxListeners();
  throw invalidArgType('emitter', 'an instance of EventEmitter or EventTarget', emitter);
}

export function setMaxListeners(
  count = defaultMaxListeners,
  ...emitters: readonly (Emitter | EventTarget)[]
): void {
  requireCount(count);
  if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
  for (const emitter of emitters) {
    if (emitter instanceof EventTarget) listened.set(emitter, count);
    else emitter.setMaxListeners(count);
  }
}

export function listenerCount(emitter: Emitter, name: string): number {
  return emitter.listenerCount(name);
}

export function addAbortListener(signal: AbortSignal, listener: () => void): Disposable {
  if (!(signal instanceof AbortSignal)) {
    throw invalidArgType('signal', 'an instance of AbortSignal', signal);
  }
  requireFunction(listener, 'listener');
  if (signal.aborted) queueMicrotask(() => listener());
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

/** Its listeners run where it was made. */
export class EventEmitterAsyncResource extends EventEmitter {
  readonly #resource: AsyncResource;

  constructor(options: { readonly name?: string } | string = {}) {
    super();
    const name = typeof options === 'string' ? options : (options.name ?? new.target.name);
    this.#resource = new AsyncResource(name);
  }

  override emit(...given: [string, ...unknown[]]): boolean {
    return this.#resource.runInAsyncScope(() => super.emit(...given));
  }

  get asyncResource(): AsyncResource {
    return this.#resource;
  }
}

Object.assign(EventEmitter, {
  on,
  once,
  getEventListeners,
  getMaxListeners,
  setMaxListeners,
  listenerCount,
  usingDomains,
  captureRejectionSymbol,
  errorMonitor,
  EventEmitterAsyncResource,
  captureRejections,
  addAbortListener,
});

export {
  captureRejectionSymbol,
  captureRejections,
  defaultMaxListeners,
  EventEmitter,
  errorMonitor,
  init,
  usingDomains,
};
export default EventEmitter;
