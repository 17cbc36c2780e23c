/** `EventTarget` as workerd has it: a listener runs in the frame of who dispatches, and `dispatchEvent` throws what it threw. */

type Listener = (event: Event) => unknown;

/** What was thrown while user code dispatched the event: the browser would only report it. */
interface Dispatch {
  thrown?: { readonly error: unknown };
}

const dispatches = new WeakMap<Event, Dispatch>();

/** Replaces the methods of every `EventTarget`. */
export function patchEventTarget(): void {
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const wrappers = new WeakMap<object, Listener>();
  const methods = {
    addEventListener(
      this: EventTarget,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ): void {
      if (typeof type !== 'string') refuse('addEventListener', "1 is not of type 'string'");
      if (!isListener(listener))
        refuse('addEventListener', "2 is not of type 'function or HandlerObject'");
      const target = this ?? globalThis;
      // The same listener added twice stays one, as the DOM has it.
      const wrapped = wrappers.get(listener) ?? wrap(listener);
      wrappers.set(listener, wrapped);
      addEventListener.call(target, type, wrapped, options);
    },
    removeEventListener(
      this: EventTarget,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ): void {
      const target = this ?? globalThis;
      const wrapped = listener && wrappers.get(listener);
      removeEventListener.call(target, type, wrapped ?? listener, options);
    },
    dispatchEvent(this: EventTarget, event: Event): boolean {
      if (!(event instanceof Event)) refuse('dispatchEvent', "1 is not of type 'Event'");
      const dispatch: Dispatch = {};
      dispatches.set(event, dispatch);
      try {
        const result = dispatchEvent.call(this ?? globalThis, event);
        if (dispatch.thrown) throw dispatch.thrown.error;
        return result;
      } finally {
        dispatches.delete(event);
      }
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(EventTarget.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}

function isListener(listener: unknown): listener is EventListenerOrEventListenerObject {
  return typeof listener === 'function' || (typeof listener === 'object' && listener !== null);
}

function wrap(listener: EventListenerOrEventListenerObject): Listener {
  return function heard(this: unknown, event: Event): unknown {
    try {
      return typeof listener === 'function'
        ? Reflect.apply(listener, this, [event])
        : listener.handleEvent(event);
    } catch (error) {
      const dispatch = dispatches.get(event);
      if (!dispatch) throw error;
      event.stopImmediatePropagation();
      dispatch.thrown ??= { error };
      return undefined;
    }
  };
}

function refuse(method: string, parameter: string): never {
  throw new TypeError(`Failed to execute '${method}' on 'EventTarget': parameter ${parameter}.`);
}
