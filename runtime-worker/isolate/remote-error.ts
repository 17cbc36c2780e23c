import type { Thrown } from '../protocol';
import { errorFrom } from '../thrown-error';

/** What was thrown in another isolate, as workerd makes it here: with `remote` set. */
export function remoteError(thrown: Thrown): unknown {
  const error = errorFrom(thrown, ({ name, message }) => `${name}: ${message}`);
  return typeof error === 'object' && error !== null
    ? Object.assign(error, { remote: true })
    : error;
}
