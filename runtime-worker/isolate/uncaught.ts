/**
 * What nobody caught, though the request goes on: see `UncaughtKind`. workerd tells exceptions of timers
 * with those of their request, and the rest only to a debugger; here all of it reaches the page.
 */
import type { UncaughtKind } from '../events';
import { isUnwinding, lastContext } from './async-context';
import type { Tell } from './tell';
import { thrownFrom } from './thrown';

// Taken before user code and the runtime's own patches can replace them.
const queue = queueMicrotask;
const later: (callback: () => void) => unknown = setTimeout;
const { apply } = Reflect;
const { addEventListener, dispatchEvent } = EventTarget.prototype;
const { defineProperties } = Object;
const RejectionEvent = PromiseRejectionEvent;
const reject = Promise.reject.bind(Promise);

/** Whose `unhandledrejection` was told, until somebody handles them. */
const unhandled = new WeakSet<object>();
/** Events that the runtime dispatches itself. */
const own = new WeakSet<Event>();
/** The browser tells of rejections in their order: what comes before this one is of the top level. */
const END_OF_STARTUP = {};
let starting = true;
let report: (kind: UncaughtKind, error: unknown, request: string | undefined) => void = () => {};

/** From now on what nobody catches is told. */
export function tellUncaught(tell: Tell): void {
  report = (kind, error, request) =>
    tell({
      type: 'uncaught',
      kind,
      error: thrownFrom(error),
      ...(request !== undefined && { request }),
    });
  // Capturing, so that it goes before every listener of the user's.
  const listen = (type: string, listener: (event: Event) => void) =>
    apply(addEventListener, globalThis, [type, listener, true]);
  listen('unhandledrejection', (event) => {
    if (event instanceof RejectionEvent) rejected(event);
  });
  listen('rejectionhandled', (event) => {
    if (!(event instanceof RejectionEvent) || own.has(event)) return;
    // Not told yet, where a native `await` handles it.
    if (unhandled.delete(event.promise)) defineProperties(event, WITHOUT_REASON);
    else event.stopImmediatePropagation();
  });
  listen('error', (event) => {
    if (!(event instanceof ErrorEvent)) return;
    const request = lastContext()?.request;
    later(() => {
      if (!event.defaultPrevented) report('reported', event.error, request);
    });
  });
}

/**
 * The modules' top level came to its end. A request may run before the browser tells what was rejected
 * there.
 */
export function endStartup(): void {
  void reject(END_OF_STARTUP);
}

/** Calls a timer's callback: what it throws is an exception of its request, and no `error` event. */
export function callTimer(callback: () => unknown): void {
  try {
    callback();
  } catch (error) {
    if (!isUnwinding(error)) report('exception', error, lastContext()?.request);
  }
}

/** Somebody handles `promise` now: workerd says so before the callback runs, the browser in a later task. */
export function handles(promise: unknown): void {
  if (!(promise instanceof Promise) || !unhandled.delete(promise)) return;
  queue(() => {
    const event = new RejectionEvent('rejectionhandled', { promise });
    own.add(event);
    apply(dispatchEvent, globalThis, [event]);
  });
}

/** The first listener of all: it says which of them hear the event, and what it is like. */
function rejected(event: PromiseRejectionEvent): void {
  const { reason, promise } = event;
  event.preventDefault();
  if (reason === END_OF_STARTUP) starting = false;
  if (reason === END_OF_STARTUP || isUnwinding(reason)) {
    event.stopImmediatePropagation();
    return;
  }
  unhandled.add(promise);
  const request = starting ? undefined : lastContext()?.request;
  // In workerd the startup has no such events.
  if (request === undefined) event.stopImmediatePropagation();
  let prevented = false;
  defineProperties(event, {
    cancelable: { value: false },
    defaultPrevented: { value: false },
    preventDefault: {
      value: () => {
        prevented = true;
      },
    },
  });
  later(() => {
    if (!prevented) report('rejection', reason, request);
  });
}

const WITHOUT_REASON = { reason: { value: undefined } };
