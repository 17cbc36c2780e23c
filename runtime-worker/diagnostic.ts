import type { ErrorInfo } from './events';

/** A problem the compiler or the configuration reader found, at its place if it has one. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly error: ErrorInfo;
}
