/** The old syntax of service workers: `addEventListener('fetch', …)` instead of exports. */
import type { ExecutionContext } from './execution-context';
import { illegalInvocation } from './illegal-invocation';

const TYPES: ReadonlySet<unknown> = new Set(['fetch', 'scheduled', 'queue', 'tail', 'trace']);

// Taken before user code can replace it.
const NativeEvent = Event;

interface Happening {
  readonly ctx: ExecutionContext;
  response: Promise<unknown> | undefined;
}

const happenings = new WeakMap<object, Happening>();

/** The listeners of a service worker. They run in the frame of the event, not in that of the startup. */
export class ServiceWorker {
  readonly #listeners = new Map<unknown, Set<unknown>>();

  /** Takes the listeners for itself, and gives the classes of events their methods. */
  install(): void {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const listenersOf = (target: unknown, type: unknown) =>
      (target === undefined || target === globalThis) && TYPES.has(type)
        ? getOrMake(this.#listeners, type)
        : undefined;
    define(
      EventTarget.prototype,
      'addEventListener',
      function added(this: EventTarget, ...given: Parameters<typeof addEventListener>) {
        const listeners = listenersOf(this, given[0]);
        if (listeners) listeners.add(given[1]);
        else Reflect.apply(addEventListener, this, given);
      },
    );
    define(
      EventTarget.prototype,
      'removeEventListener',
      function removed(this: EventTarget, ...given: Parameters<typeof removeEventListener>) {
        const listeners = listenersOf(this, given[0]);
        if (listeners) listeners.delete(given[1]);
        else Reflect.apply(removeEventListener, this, given);
      },
    );
    define(prototypeOf('ExtendableEvent'), 'waitUntil', waitUntil);
    define(prototypeOf('FetchEvent'), 'respondWith', respondWith);
    define(prototypeOf('FetchEvent'), 'passThroughOnException', passThroughOnException);
  }

  /** Whether anything listens. */
  get listens(): boolean {
    return [...this.#listeners.values()].some(({ size }) => size > 0);
  }

  has(type: string): boolean {
    if (type === 'tail' && this.has('trace')) return true;
    return (this.#listeners.get(type)?.size ?? 0) > 0;
  }

  /**
   * Dispatches an event, as the handler of an entrypoint would be called.
   * @param argument What that would get first.
   * @returns What a listener responded with.
   * @throws what the first listener threw that did.
   */
  dispatch(type: string, argument: object, ctx: ExecutionContext): unknown {
    const happening: Happening = { ctx, response: undefined };
    this.#fire(type, argument, happening);
    // A `trace` event is what a `tail` event was called once.
    if (type === 'tail') this.#fire('trace', argument, happening);
    if (type !== 'fetch' || happening.response !== undefined) return happening.response;
    throw new Error(
      'No listener responded to the request, and there is no origin here that would.',
    );
  }

  #fire(type: string, argument: object, happening: Happening): void {
    const event = new NativeEvent(type);
    if (type === 'fetch') {
      Object.setPrototypeOf(event, prototypeOf('FetchEvent'));
      define(event, 'request', argument);
    } else if (Array.isArray(argument)) {
      Object.setPrototypeOf(event, prototypeOf('TailEvent'));
      define(event, 'traces', [...argument]);
      define(event, 'events', [...argument]);
    } else Object.setPrototypeOf(event, prototypeWith(argument));
    happenings.set(event, happening);
    for (const listener of this.#listeners.get(type) ?? []) {
      if (typeof listener === 'function') Reflect.apply(listener, globalThis, [event]);
      else Object(listener).handleEvent(event);
      // Set by `stopImmediatePropagation()`.
      if (event.cancelBubble) break;
    }
  }
}

function waitUntil(this: object, promise: unknown): void {
  happeningOf(this).ctx.waitUntil(promise);
}

function passThroughOnException(this: object): void {
  happeningOf(this).ctx.passThroughOnException();
}

function respondWith(this: object, response: unknown): void {
  const happening = happeningOf(this);
  if (happening.response !== undefined) {
    throw new DOMException(
      'FetchEvent.respondWith() has already been called.',
      'InvalidStateError',
    );
  }
  happening.response = Promise.resolve(response);
}

/** Events other than `fetch` have what a handler's argument has. */
function prototypeWith(argument: object): object {
  const prototype: object = Object.create(prototypeOf('ExtendableEvent'));
  for (const holder of [Object.getPrototypeOf(argument), argument]) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (name === 'constructor') continue;
      const value: unknown = Reflect.get(argument, name);
      define(prototype, name, typeof value === 'function' ? value.bind(argument) : value);
    }
  }
  return prototype;
}

function prototypeOf(name: string): object {
  return Object(Reflect.get(Object(Reflect.get(globalThis, name)), 'prototype'));
}

function happeningOf(event: object): Happening {
  const happening = happenings.get(event);
  if (happening) return happening;
  throw illegalInvocation();
}

function getOrMake(listeners: Map<unknown, Set<unknown>>, type: unknown): Set<unknown> {
  const known = listeners.get(type) ?? new Set();
  listeners.set(type, known);
  return known;
}

function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
