import { useState } from 'react';
import { Button } from '../../ui/Button';
import { OutcomeMark, outcomeClass } from '../../ui/OutcomeMark';
import type { RequestEntry } from '../request-list';
import { RequestLink } from './RequestLink';

interface RequestLinksProps {
  readonly entries: readonly RequestEntry[];
  /** What else there is to say of one. */
  readonly say: (entry: RequestEntry) => React.ReactNode;
  readonly onSelect: (request: string) => void;
}

/** So many are listed at first, and so many more each time; there may be thousands. */
const LISTED = 50;

/** Other requests, each with how it ended and a link to it. */
export function RequestLinks({ entries, say, onSelect }: RequestLinksProps) {
  const [listed, setListed] = useState(LISTED);
  const more = Math.min(LISTED, entries.length - listed);
  return (
    <>
      <ul className="request-links">
        {entries.slice(0, listed).map((entry) => {
          const { progress } = entry;
          const outcome = progress.kind === 'ended' ? progress.outcome : 'inFlight';
          return (
            <li key={entry.request}>
              <span className={outcomeClass(outcome)}>
                <OutcomeMark outcome={outcome} />
              </span>{' '}
              <RequestLink entry={entry} onSelect={onSelect} />{' '}
              <span className="muted">{say(entry)}</span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="muted">
          {listed.toLocaleString('en')} of {entries.length.toLocaleString('en')} are listed.{' '}
          <Button look="link" onClick={() => setListed(listed + LISTED)}>
            List {more} more
          </Button>
        </p>
      )}
    </>
  );
}
