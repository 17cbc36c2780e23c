/** `node:util`: that of unenv, with Node.js's own `inspect` and `format`. */
import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
import unenv from 'unenv/node/util';
import { isDeepStrictEqual } from './internal/deep-equal';
import { abortError, requireFunction } from './internal/errors';

export * from 'unenv/node/util';

type Callback = (error: unknown, value?: unknown) => void;

/** The other way of `promisify`: the last value that is given is called with the outcome. */
export function callbackify(
  work: (...values: unknown[]) => Promise<unknown>,
): (...values: unknown[]) => void {
  requireFunction(work, 'original');
  return function callbackified(this: unknown, ...values: unknown[]): void {
    const callback = values.pop();
    requireFunction(callback, 'last argument');
    // Checked in the line before.
    const call = callback as Callback;
    Reflect.apply(work, this, values).then(
      (value) => queueMicrotask(() => call(null, value)),
      (error) => queueMicrotask(() => call(error)),
    );
  };
}

export function _extend(target: object, source: unknown): object {
  return typeof source === 'object' && source !== null ? Object.assign(target, source) : target;
}

export function toUSVString(text: unknown): string {
  return `${text}`.toWellFormed();
}

/** Resolves when the signal is aborted. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!(signal instanceof AbortSignal)) throw abortError();
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

export { format, formatWithOptions, inspect, isDeepStrictEqual, stripVTControlCharacters };

export default {
  ...unenv,
  _extend,
  aborted,
  callbackify,
  format,
  formatWithOptions,
  inspect,
  isDeepStrictEqual,
  stripVTControlCharacters,
  toUSVString,
};
