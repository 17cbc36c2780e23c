import type { ErrorInfo, Outcome } from '../../runtime-worker/index';

/**
 * Whether a request's connection was only cut, as under the policy `process`: its client hears that the
 * network failed, and nothing of the abort or its reason.
 */
export function connectionWasCut(ended: {
  readonly outcome: Outcome;
  readonly error?: ErrorInfo | undefined;
}): boolean {
  return ended.outcome === 'aborted' && ended.error?.message === 'Network connection lost.';
}
