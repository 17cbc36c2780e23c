import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react';
import { eventName, relationToParent } from '../events/event-name';
import { OutcomeMark, outcomeClass } from '../ui/OutcomeMark';
import { durationText } from './duration';
import type { RequestEntry, RequestListSnapshot } from './request-list';
import './RequestList.css';

interface RequestListProps {
  readonly requests: RequestListSnapshot;
  readonly selected: string | undefined;
  readonly onSelect: (request: string | undefined) => void;
}

/** The requests of the visit, newest first. Arrow keys move the selection, Escape drops it. */
export function RequestList({ requests, selected, onSelect }: RequestListProps) {
  const { shown, total, manyServices } = requests;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const rowId = (request: string) => `${id}-${request}`;
  const active = shown.some((entry) => entry.request === selected) ? selected : undefined;

  useEffect(() => {
    if (active === undefined) return;
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const press = (event: KeyboardEvent) => {
    const index = shown.findIndex((entry) => entry.request === active);
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const next = moves[event.key];
    if (event.key === 'Escape') onSelect(undefined);
    else if (next === undefined) return;
    else {
      const entry = shown[Math.min(shown.length - 1, Math.max(0, next))];
      if (entry) onSelect(entry.request);
    }
    event.preventDefault();
  };

  return (
    <div className="request-list">
      <div
        ref={list}
        className="request-rows"
        data-services={manyServices ? 'many' : undefined}
        role="listbox"
        aria-label="Requests, newest first"
        aria-activedescendant={active === undefined ? undefined : rowId(active)}
        tabIndex={0}
        onKeyDown={press}
      >
        {shown.map((entry) => (
          <RequestRow
            key={entry.request}
            id={rowId(entry.request)}
            entry={entry}
            showService={manyServices}
            parent={entry.parent === undefined ? undefined : requests.find(entry.parent)?.number}
            selected={entry.request === selected}
            onSelect={onSelect}
          />
        ))}
      </div>
      {total > shown.length && (
        <p className="request-list-more">
          The last {shown.length} of {total.toLocaleString('en')} requests.
        </p>
      )}
    </div>
  );
}

interface RequestRowProps {
  readonly id: string;
  readonly entry: RequestEntry;
  readonly showService: boolean;
  /** Number of the request whose subrequest it is. */
  readonly parent: number | undefined;
  readonly selected: boolean;
  readonly onSelect: (request: string) => void;
}

const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { id, entry, showService, parent, selected, onSelect } = props;
  const { progress, event, status } = entry;
  const { verb, about } = eventName(event);
  const ended = progress.kind === 'ended';
  const outcome = ended ? progress.outcome : 'inFlight';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, its options have none
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, with aria-activedescendant
    <div
      id={id}
      className="request-row"
      role="option"
      aria-selected={selected}
      data-request={entry.request}
      data-outcome={outcome}
      // By its number, so that it keeps its colour as others come before it.
      data-stripe={entry.number % 2 === 0 ? '' : undefined}
      data-parent={entry.parent}
      onClick={() => onSelect(entry.request)}
    >
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
    </div>
  );
});

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
