import { connectionWasCut } from '../../events/connection-lost';
import { ErrorView } from '../ErrorView';
import type { Progress, RequestEntry, RequestListSnapshot } from '../request-list';
import { AbortStory, CondemnStory } from './AbortStory';
import { Scrolled } from './Scrolled';

interface ErrorTabProps {
  readonly entry: RequestEntry;
  readonly progress: Progress & { readonly kind: 'ended' };
  readonly requests: RequestListSnapshot;
  readonly onSelect: (request: string) => void;
}

/** Whether a request ended in a way that there is something to say of. */
export function hasFailed(progress: Progress): progress is Progress & { readonly kind: 'ended' } {
  if (progress.kind !== 'ended') return false;
  return progress.error !== undefined || !['ok', 'canceled'].includes(progress.outcome);
}

/** Why a request failed: the error with its stack, and what destroyed its isolate. */
export function ErrorTab({ entry, progress, requests, onSelect }: ErrorTabProps) {
  const { error, outcome } = progress;
  const abort = requests.abortOf(entry.request);
  // The error of one that was aborted says again what its story says.
  const isTold = outcome === 'aborted' && !connectionWasCut(progress);
  return (
    <Scrolled label="Why it failed">
      {error && !isTold && <ErrorView error={error} />}
      {abort && <AbortStory entry={entry} abort={abort} requests={requests} onSelect={onSelect} />}
      {!abort && outcome === 'aborted' && (
        <CondemnStory entry={entry} reason={progress.reason ?? null} />
      )}
      {!error && !abort && outcome !== 'aborted' && (
        <p className="muted">It ended with the outcome {outcome}, and nothing more was told.</p>
      )}
    </Scrolled>
  );
}
