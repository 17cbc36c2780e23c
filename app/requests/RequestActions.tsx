import { Button } from '../ui/Button';
import type { Composing } from './composing';
import { copyAsCurl } from './curl/take-curl';
import { draftOf } from './draft/draft-of';
import type { Requester } from './fire';

interface RequestActionsProps {
  readonly request: string;
  readonly requester: Pick<Requester, 'sent'>;
  readonly composing: Composing;
}

/** What can be done with an event that the page fired: once more, changed, or elsewhere. */
export function RequestActions({ request, requester, composing }: RequestActionsProps) {
  const event = requester.sent(request);
  if (!event) return null;
  const draft = draftOf(event);
  return (
    <>
      <Button look="quiet" onClick={() => composing.fire(draft)}>
        Fire again
      </Button>
      <Button
        look="quiet"
        onClick={() => composing.load(draft, 'Filled in from the request below.')}
      >
        Edit
      </Button>
      {event.kind === 'fetch' && (
        <Button look="quiet" onClick={() => void copyAsCurl(composing, draft)}>
          Copy as curl
        </Button>
      )}
    </>
  );
}
