import { eventText } from '../../events/event-name';
import { Button } from '../../ui/Button';
import type { RequestEntry } from '../request-list';

interface RequestLinkProps {
  readonly entry: RequestEntry | undefined;
  readonly onSelect: (request: string) => void;
}

/** Another request by its name; leads to it. */
export function RequestLink({ entry, onSelect }: RequestLinkProps) {
  if (!entry) return 'a request that is gone';
  return (
    <Button look="link" onClick={() => onSelect(entry.request)}>
      #{entry.number} {eventText(entry.event)}
    </Button>
  );
}
