import { Bug, CircleX, Info, ListFilter, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode, type Ref } from 'react';
import { eventText } from '../events/event-name';
import { PlaceButton } from '../project/PlaceButton';
import type { RequestEntry } from '../requests/request-list';
import { Button, OutOfTabOrder } from '../ui/Button';
import { type Folding, toggleWord } from './console-view';
import { LineText } from './LineText';
import { type ConsoleLine, isGroup } from './lines';

interface LineProps {
  readonly line: ConsoleLine;
  /** Its place among those on show, and how many these are. */
  readonly index: number;
  readonly count: number;
  /** CSS pixels from the first line's top. */
  readonly top: number;
  readonly measure: Ref<HTMLElement>;
  readonly active: boolean;
  /** Of a group: whether its lines are on show. */
  readonly open: boolean;
  readonly unfolded: ReadonlySet<string>;
  readonly folding: Folding;
  readonly showService: boolean;
  readonly entry: Pick<RequestEntry, 'request' | 'number' | 'event'> | undefined;
  readonly onSelectRequest: (request: string) => void;
}

const ICONS = {
  error: <CircleX size={13} aria-hidden />,
  warn: <TriangleAlert size={13} aria-hidden />,
  info: <Info size={13} aria-hidden />,
  debug: <Bug size={13} aria-hidden />,
  log: null,
};

/** One line: what it says, and whose it is. The arrow keys move between what has `data-stop`. */
export const Line = memo(function Line(props: LineProps) {
  const { line, index, count, top, measure, active, open, folding } = props;
  const group = isGroup(line.method);
  return (
    <article
      ref={measure}
      className={`console-line console-${line.level}`}
      style={{ '--top': `${top}px`, '--depth': Math.min(line.depth, 12) }}
      data-index={index}
      data-number={line.number}
      data-group={group ? (open ? 'open' : 'folded') : undefined}
      data-stop
      tabIndex={-1}
      aria-label={`Line ${index + 1}, ${line.level}`}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      <span className="console-level">{ICONS[line.level]}</span>
      <OutOfTabOrder value={!active}>
        <div className="console-text">
          {group && (
            <button
              type="button"
              className="value-turn console-group-turn"
              data-stop
              tabIndex={-1}
              aria-expanded={open}
              aria-label={`Group ${line.text.slice(0, 100)}`}
              onClick={() => folding.group(line)}
            />
          )}
          <Said line={line} unfolded={props.unfolded} onToggle={folding.value} />
        </div>
        <From {...props} />
      </OutOfTabOrder>
    </article>
  );
});

/** What is unfolded of other lines makes no difference. */
const Said = memo(LineText, (before, after) => {
  if (before.line !== after.line || before.onToggle !== after.onToggle) return false;
  if (before.unfolded === after.unfolded || !before.line.values) return true;
  return ofLine(before.line, before.unfolded) === ofLine(after.line, after.unfolded);
});

function ofLine({ number }: ConsoleLine, unfolded: ReadonlySet<string>): string {
  return [...unfolded].filter((path) => path.startsWith(`${number}:`)).join(' ');
}

/** Where a line comes from: its place in the code, its request, its isolate. */
function From({ line, entry, active, showService, onSelectRequest }: LineProps) {
  return (
    <span className="console-from">
      {line.position && <PlaceButton position={line.position} />}
      {entry && (
        <span className="console-request">
          <Button look="link" onClick={() => onSelectRequest(entry.request)}>
            #{entry.number} {eventText(entry.event)}
          </Button>
          <button
            type="button"
            className="console-only"
            tabIndex={active ? 0 : -1}
            aria-label={`Only lines of request #${entry.number}`}
            title={`Only lines of request #${entry.number}`}
            onClick={() => toggleWord(`req:${entry.number}`)}
          >
            <ListFilter size={12} aria-hidden />
          </button>
        </span>
      )}
      <span className="console-isolate">
        {showService && (
          <>
            <Narrow word={`service:${line.service}`} title={`Only lines of ${line.service}`}>
              <bdi>{line.service}</bdi>
            </Narrow>{' '}
            ·{' '}
          </>
        )}
        <Narrow
          word={`gen:${line.generation}`}
          title={`Only lines of generation ${line.generation}`}
        >
          gen {line.generation}
        </Narrow>
      </span>
    </span>
  );
}

interface NarrowProps {
  readonly word: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** Filters by a word, or no longer. */
function Narrow({ word, title, children }: NarrowProps) {
  return (
    <Button look="link" title={title} onClick={() => toggleWord(word)}>
      {children}
    </Button>
  );
}
