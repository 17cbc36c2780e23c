import type { RequestEntry } from '../request-list';
import { RequestLinks } from './RequestLinks';
import { Scrolled } from './Scrolled';

interface SubrequestsProps {
  readonly entries: readonly RequestEntry[];
  readonly onSelect: (request: string) => void;
}

/** The requests that a request made. */
export function Subrequests({ entries, onSelect }: SubrequestsProps) {
  return (
    <Scrolled label="Subrequests">
      <RequestLinks
        entries={entries}
        onSelect={onSelect}
        say={(entry) => (
          <>
            {entry.status} {entry.network ? 'network' : <bdi>{entry.service}</bdi>}
          </>
        )}
      />
    </Scrolled>
  );
}
