import type { AbortCause, ErrorInfo, Outcome, Position } from '../events';
import type { Policy } from '../settings';
import {
  ConnectionLostError,
  ExceededCpuError,
  ExceededMemoryError,
  IsolateAbortedError,
  IsolateCrashedError,
  ownErrorInfo,
} from './errors';

/** How a request ends. */
export interface Ending {
  readonly outcome: Outcome;
  /** What the client gets; `undefined` where it got all it asked for. */
  readonly error?: unknown;
  readonly info?: ErrorInfo;
  readonly reason?: string | null;
}

/** What destroyed an isolate, and what it was doing. */
interface Destruction {
  readonly cause: AbortCause;
  readonly reason: string | null;
  /** Whether it was evaluating its modules. */
  readonly starting: boolean;
  readonly policy: Policy;
  /** The place in the project that is to blame, if one is. */
  readonly position: Position | undefined;
}

/** How everything that was in flight in a destroyed isolate ends. */
export function endingOf(
  destruction: Destruction,
): Ending & { readonly error: Error; readonly info: ErrorInfo } {
  const { cause, reason, starting, position } = destruction;
  const error = errorOf(destruction);
  return {
    outcome: starting ? startupOutcomeOf(cause) : outcomeOf(cause),
    error,
    info: { ...ownErrorInfo(error), ...(position && { position }) },
    // A cut connection carries no reason.
    ...(!(error instanceof ConnectionLostError) && { reason }),
  };
}

function errorOf({ cause, reason, starting, policy }: Destruction): Error {
  switch (cause) {
    case 'crashed':
      return new IsolateCrashedError(reason);
    case 'exceededCpu':
      return new ExceededCpuError(starting ? 'startup' : 'request');
    case 'exceededMemory':
      return new ExceededMemoryError();
    case 'abortIsolate':
    case 'user':
    case 'policy':
      return policy === 'process' || cause === 'policy'
        ? new ConnectionLostError()
        : new IsolateAbortedError(reason);
  }
}

function outcomeOf(cause: AbortCause): Outcome {
  if (cause === 'crashed' || cause === 'exceededCpu' || cause === 'exceededMemory') return cause;
  return 'aborted';
}

function startupOutcomeOf(cause: AbortCause): Outcome {
  return cause === 'abortIsolate' || cause === 'exceededCpu' ? 'startupFailed' : outcomeOf(cause);
}
