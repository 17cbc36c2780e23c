import { memo, useState } from 'react';
import type { Matches } from './filter';
import { type IsolateLane, type Layout, lanesOf, type RequestBar } from './layout';
import { duration } from './viewport';
import { askedInWords, madeInWords, nameOf, outcomeInWords, plain, stateInWords } from './words';
import './TimelineTable.css';

interface TimelineTableProps {
  readonly layout: Layout;
  /** Changes with the layout, which grows in place. */
  readonly revision: number;
  /** Where it is not, it is there for screen readers. */
  readonly visible: boolean;
  /** What is looked for: only that is in the table. */
  readonly matches: Matches;
  readonly selectedRequest: string | undefined;
  readonly onSelectRequest: ((request: string) => void) | undefined;
}

/** The newest isolates; the earlier ones come at a press. */
const MOST_LANES = 50;

/** Rows for each isolate at most: a table is for reading, not for a hundred thousand requests. */
const MOST_ROWS = 200;

const COLUMNS = [
  'Request',
  'Outcome',
  'Status',
  'Began',
  'Took',
  'waitUntil tasks',
  'Reason',
] as const;

/** The timeline for reading: the same lanes and bars, in the same order. */
export const TimelineTable = memo(function TimelineTable(props: TimelineTableProps) {
  const { layout, visible, matches, selectedRequest, onSelectRequest } = props;
  const [whole, setWhole] = useState(false);
  const lanes = lanesOf(layout);
  const from = whole ? Number.NEGATIVE_INFINITY : newestSince(lanes, MOST_LANES);
  const shown = lanes.filter(({ created }) => created.at >= from);
  return (
    <div className={visible ? 'timeline-table' : 'timeline-table timeline-unseen'}>
      {shown.length < lanes.length && (
        <p className="timeline-table-more">
          The newest {shown.length} of {lanes.length.toLocaleString('en')} isolates.{' '}
          {visible && (
            <button type="button" onClick={() => setWhole(true)}>
              Show all
            </button>
          )}
        </p>
      )}
      <table>
        <caption>Isolates and their requests</caption>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((lane) => (
          <LaneRows
            key={lane.isolate}
            lane={lane}
            revision={lane.revision}
            matches={matches}
            origin={layout.began ?? 0}
            selectedRequest={lane.bars.has(selectedRequest ?? '') ? selectedRequest : undefined}
            onSelectRequest={visible ? onSelectRequest : undefined}
          />
        ))}
      </table>
    </div>
  );
});

interface LaneRowsProps {
  readonly lane: IsolateLane;
  readonly revision: number;
  readonly matches: Matches;
  readonly origin: number;
  readonly selectedRequest: string | undefined;
  readonly onSelectRequest: ((request: string) => void) | undefined;
}

const LaneRows = memo(function LaneRows(props: LaneRowsProps) {
  const { lane, matches, origin, selectedRequest, onSelectRequest } = props;
  const bars = [...lane.bars.values()].filter((bar) => matches?.(bar) ?? true);
  const left = Math.max(0, bars.length - MOST_ROWS);
  return (
    <tbody
      data-service={lane.service}
      data-isolate={lane.isolate}
      data-generation={lane.generation}
      data-cause={lane.created.cause}
      data-startup={lane.startup?.ended?.outcome}
      data-slowed={lane.slowed && Math.round(lane.slowed.until - lane.slowed.at)}
      data-condemned={lane.condemned?.cause}
      data-aborted={lane.aborted?.cause}
      data-reason={lane.aborted?.reason ?? undefined}
      data-ended={lane.endedAt === undefined ? undefined : ''}
    >
      <tr className="timeline-table-lane">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          <bdi>{plain(lane.service)}</bdi> · generation {lane.generation}
          <span>{madeInWords(lane)}</span>
          <span>
            <bdi>{stateInWords(lane)}</bdi>
          </span>
        </th>
      </tr>
      {left > 0 && (
        <tr>
          <td colSpan={COLUMNS.length}>{left} earlier requests are in the picture only.</td>
        </tr>
      )}
      {bars.slice(left).map((bar) => (
        <BarRow
          key={bar.request}
          bar={bar}
          revision={bar.revision}
          origin={origin}
          selected={bar.request === selectedRequest}
          onSelect={onSelectRequest}
        />
      ))}
    </tbody>
  );
});

/** Since when the newest `count` of the lanes were made. */
function newestSince(lanes: readonly IsolateLane[], count: number): number {
  if (lanes.length <= count) return Number.NEGATIVE_INFINITY;
  const made = lanes.map(({ created }) => created.at).toSorted((a, b) => b - a);
  return made[count - 1] ?? Number.NEGATIVE_INFINITY;
}

interface BarRowProps {
  readonly bar: RequestBar;
  readonly revision: number;
  readonly origin: number;
  readonly selected: boolean;
  readonly onSelect: ((request: string) => void) | undefined;
}

const BarRow = memo(function BarRow({ bar, origin, selected, onSelect }: BarRowProps) {
  const { ended, responded } = bar;
  const name = <bdi>{nameOf(bar.event)}</bdi>;
  const asked = askedInWords(bar);
  return (
    <tr
      data-request={bar.request}
      data-generation={bar.lane.generation}
      data-outcome={ended?.outcome ?? 'inFlight'}
      data-status={responded?.status}
      data-parent={bar.parent?.request}
      aria-current={selected ? 'true' : undefined}
    >
      <th scope="row">
        {onSelect ? (
          <button type="button" onClick={() => onSelect(bar.request)}>
            {name}
          </button>
        ) : (
          name
        )}
        {asked !== '' && (
          <span className="timeline-table-asked">
            {' '}
            <bdi>{asked}</bdi>
          </span>
        )}
      </th>
      <td>{ended ? outcomeInWords(ended.outcome) : 'in flight'}</td>
      <td>{responded?.status}</td>
      <td>{duration(bar.began - origin)}</td>
      <td>{ended && duration(ended.at - bar.began)}</td>
      <td>{bar.waitUntil.length > 0 && bar.waitUntil.length}</td>
      <td>
        <bdi>{plain(ended?.reason ?? ended?.error?.message ?? '')}</bdi>
      </td>
    </tr>
  );
});
