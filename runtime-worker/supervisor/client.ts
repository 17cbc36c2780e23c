import type { DispatchResult, WorkerResponse } from '../runtime';
import type { Ending } from './ending';

/** Who fired an event, and hears what became of it. */
export interface Client<Result> {
  readonly result: Promise<Result>;
  /** The headers of a response are there. */
  responded(response: WorkerResponse): void;
  /** There will be no response. Without effect after {@link responded}. */
  failed(error: unknown): void;
  /** What more came of an event that has no response. */
  told?(result: Omit<DispatchResult, 'outcome' | 'error'>): void;
  ended(ending: Ending): void;
}

/** Waits for a response. */
export function fetchClient(): Client<WorkerResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkerResponse>();
  // Whoever fired it may only watch the events.
  promise.catch(() => {});
  let responded = false;
  return {
    result: promise,
    responded(response) {
      responded = true;
      resolve(response);
    },
    failed: reject,
    ended({ error }) {
      // An error is made of a stack: not for nothing, at the end of every request.
      if (responded) return;
      reject(error ?? new Error('The worker ended the request without a response.'));
    },
  };
}

/**
 * Waits for the end of an event that has no response.
 * @param expected What comes of it where nothing more is told.
 */
export function eventClient(
  expected: Omit<DispatchResult, 'outcome' | 'error'> = {},
): Client<DispatchResult> {
  let more = expected;
  const { promise, resolve } = Promise.withResolvers<DispatchResult>();
  return {
    result: promise,
    responded: () => {},
    failed: () => {},
    told(result) {
      more = { ...more, ...result };
    },
    ended({ outcome, info }) {
      // What an isolate that was destroyed would have told, nobody knows.
      const told = outcome === 'ok' || outcome === 'exception' ? more : {};
      resolve({ outcome, ...told, ...(info && { error: info.message }) });
    },
  };
}
