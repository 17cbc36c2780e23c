import type { ErrorInfo, Outcome } from '../events';

/** How a request ends. */
export interface Ending {
  readonly outcome: Outcome;
  /** What the client gets; `undefined` where it got all it asked for. */
  readonly error?: Error;
  readonly info?: ErrorInfo;
  readonly reason?: string | null;
}
