import { bindToFrame } from './async-context';

/**
 * Compiled code passes what it awaits, returns from an async function or yields from a generator through
 * it. The engine calls a custom thenable's `then` later, in a job of its own: the one that is given in
 * its stead runs in the frame that is current now. `then` is looked up as often, and there are as many
 * jobs, as without it.
 */
export function thenable(value: unknown): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  if (value instanceof Promise) return value;
  try {
    const then: unknown = Reflect.get(value, 'then');
    if (typeof then !== 'function') return value;
    const call = bindToFrame((callbacks: unknown[]) => Reflect.apply(then, value, callbacks));
    // biome-ignore lint/suspicious/noThenProperty: that is what the engine looks for.
    return { then: (...callbacks: unknown[]) => call(callbacks) };
  } catch (error) {
    return Promise.reject(error);
  }
}
