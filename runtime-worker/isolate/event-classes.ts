/** The classes of a Worker's events, and what workerd's events and signals do unlike the browser's. */
import { currentFrame, outermost, runIn } from './async-context';
import { illegalConstructor } from './illegal-constructor';
import { illegalInvocation } from './illegal-invocation';

/** Puts the classes on the global object. Only the runtime makes events of them. */
export function installEventClasses(): void {
  const extendable = below(Event.prototype, ['waitUntil']);
  const tail = below(extendable, []);
  const prototypes = {
    ExtendableEvent: extendable,
    FetchEvent: below(extendable, ['respondWith', 'passThroughOnException']),
    ScheduledEvent: below(extendable, ['noRetry']),
    PromiseRejectionEvent: PromiseRejectionEvent.prototype,
  };
  for (const [name, prototype] of Object.entries(prototypes)) {
    Reflect.set(globalThis, name, illegalConstructor(name, prototype));
  }
  const TailEvent = illegalConstructor('TailEvent', tail);
  Object.assign(globalThis, { TailEvent, TraceEvent: TailEvent });
  patchTargets();
  patchAbortReasons();
}

/** A prototype whose methods are there and refuse what is no event of the runtime's. */
function below(parent: object, methods: readonly string[]): object {
  const prototype: object = Object.create(parent);
  for (const name of methods) {
    Object.defineProperty(prototype, name, {
      value: () => {
        throw illegalInvocation();
      },
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return prototype;
}

/** An event that was not dispatched has `undefined` as its targets, not `null`. */
function patchTargets(): void {
  for (const name of ['target', 'currentTarget'] as const) {
    const { get } = Object.getOwnPropertyDescriptor(Event.prototype, name) ?? {};
    if (!get) continue;
    Object.defineProperty(Event.prototype, name, {
      get(this: Event) {
        return get.call(this) ?? undefined;
      },
      configurable: true,
      enumerable: true,
    });
  }
}

/** The words of workerd for what an `AbortSignal` ends with where nobody gave a reason. */
function patchAbortReasons(): void {
  const { abort } = AbortController.prototype;
  const aborted = () => new DOMException('The operation was aborted', 'AbortError');
  AbortController.prototype.abort = function (this: AbortController, reason: unknown = aborted()) {
    abort.call(this, reason);
  };
  const signalAbort = AbortSignal.abort.bind(AbortSignal);
  AbortSignal.abort = (reason: unknown = aborted()) => signalAbort(reason);
  const { setTimeout } = globalThis;
  AbortSignal.timeout = (delay: number) => {
    const controller = new AbortController();
    const reason = () =>
      new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    runIn(outermost(currentFrame()), () =>
      setTimeout(() => abort.call(controller, reason()), delay),
    );
    return controller.signal;
  };
}
