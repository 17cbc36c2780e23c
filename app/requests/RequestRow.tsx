import { memo } from 'react';
import { eventName, relationToParent } from '../events/event-name';
import { OutcomeMark, outcomeClass } from '../ui/OutcomeMark';
import { durationText } from './duration';
import type { RequestEntry } from './request-list';

interface RequestRowProps {
  readonly id: string;
  readonly entry: RequestEntry;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  /** How many requests there are. */
  readonly total: number;
  readonly showService: boolean;
  /** Number of the request whose subrequest it is. */
  readonly parent: number | undefined;
  readonly selected: boolean;
  readonly onSelect: (request: string) => void;
}

/** One request on its line: how it ends, what it asked, why. */
export function RequestRow(props: RequestRowProps) {
  const { id, entry, top, total, showService, parent, selected, onSelect } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, its options have none
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, with aria-activedescendant
    <div
      id={id}
      className="request-row"
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={total - entry.number + 1}
      style={{ '--row-top': `${top}px` }}
      data-request={entry.request}
      data-outcome={outcomeOf(entry)}
      // By its number, so that it keeps its colour as others come before it.
      data-stripe={entry.number % 2 === 0 ? '' : undefined}
      data-parent={entry.parent}
      onClick={() => onSelect(entry.request)}
    >
      <Cells entry={entry} showService={showService} parent={parent} />
    </div>
  );
}

/** Apart from the row, whose place changes with each request that comes above it. */
const Cells = memo(function Cells(
  props: Pick<RequestRowProps, 'entry' | 'showService' | 'parent'>,
) {
  const { entry, showService, parent } = props;
  const { progress, event, status } = entry;
  const { verb, about } = eventName(event);
  const ended = progress.kind === 'ended';
  const outcome = outcomeOf(entry);
  return (
    <>
      <span className="request-row-number">{entry.number}</span>
      <span className={`request-row-outcome ${outcomeClass(outcome)}`}>
        <OutcomeMark outcome={outcome} />
        {ended ? progress.outcome : PHASES[progress.phase]}
      </span>
      <span className="request-row-url">
        {parent !== undefined && (
          <span
            className="request-row-parent"
            title={`${relationToParent(entry.event)} request ${parent}`}
          >
            ↳
            <span className="visually-hidden">
              {relationToParent(entry.event)} request {parent},
            </span>{' '}
          </span>
        )}
        <span className="request-row-method">{verb}</span> {about}
      </span>
      <span className="request-row-why">{ended && why(progress)}</span>
      <span className="request-row-status">{status}</span>
      <span
        className="request-row-generation"
        title={`${showService ? `${entry.service}, isolate` : 'Isolate'} generation ${entry.generation}`}
      >
        {showService && (
          <span className="request-row-service">
            <bdi>{entry.service}</bdi>
          </span>
        )}
        <span className="request-row-gen">gen {entry.generation}</span>
      </span>
      <span className="request-row-duration">{ended ? durationText(progress.duration) : '…'}</span>
    </>
  );
});

function outcomeOf({ progress }: RequestEntry) {
  return progress.kind === 'ended' ? progress.outcome : 'inFlight';
}

const PHASES = {
  waiting: 'starting',
  running: 'in flight',
  responding: 'responding',
  waitUntil: 'waitUntil',
} as const;

function why(progress: RequestEntry['progress'] & { kind: 'ended' }): string | undefined {
  if (progress.reason !== undefined) return progress.reason;
  return progress.error && `${progress.error.name}: ${progress.error.message}`;
}
