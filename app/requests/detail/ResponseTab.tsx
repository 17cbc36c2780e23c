import { Button } from '../../ui/Button';
import { BodyView } from '../body/BodyView';
import type { RequestEntry } from '../request-list';
import { KEPT_RESPONSES, type ReceivedResponse } from '../responses';
import { chooseTab } from './detail-tab';

interface ResponseTabProps {
  readonly entry: RequestEntry;
  readonly response: ReceivedResponse | undefined;
}

/** The body that came, or why there is none. */
export function ResponseTab({ entry, response }: ResponseTabProps) {
  const { event, status } = entry;
  if (!response) return <p className="body-note">{absence(entry)}</p>;
  return (
    <>
      {response.body.state === 'failed' && (
        <p className="body-broken">
          The body broke off: {response.body.message}{' '}
          <Button look="link" onClick={() => chooseTab('error')}>
            Why
          </Button>
        </p>
      )}
      <BodyView
        key={status}
        response={response}
        url={event.type === 'fetch' ? event.url : undefined}
      />
    </>
  );
}

function absence({ status, event, progress, parent }: RequestEntry): string {
  if (status === undefined) {
    if (progress.kind === 'inFlight') return 'No response yet.';
    return event.type === 'fetch'
      ? 'It ended without a response.'
      : `A ${event.type} event has no response.`;
  }
  if (parent !== undefined) {
    return `Status ${status}. What a subrequest was answered goes to the worker that asked; the page keeps none of it.`;
  }
  const kept = KEPT_RESPONSES.toLocaleString('en');
  return `Status ${status}. The page keeps the last ${kept} responses to what it fired itself; this one is not among them.`;
}
