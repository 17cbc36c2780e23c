import { TEXT_LIMIT } from '../bounds';
import { withKnownNames } from './stack-names';

// Taken before user code can replace them.
const NativeError = Error;
const { defineProperty, getOwnPropertyDescriptor } = Object;

/**
 * The stack at this point, unmapped. V8 would let a `prepareStackTrace` of the user's write it; that
 * must not run here, least of all in `abortIsolate`.
 */
export function callSite(): string {
  const own = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  try {
    if (own) defineProperty(NativeError, 'prepareStackTrace', PLAIN);
    return withKnownNames(`${new NativeError().stack}`).slice(0, TEXT_LIMIT);
  } catch {
    return '';
  } finally {
    if (own) defineProperty(NativeError, 'prepareStackTrace', own);
  }
}

const PLAIN = { value: undefined, configurable: true, writable: true };
