import { memo, useEffect, useRef, useState } from 'react';
import type { LogLevel } from '../../runtime-worker/index';
import { eventText } from '../events/event-name';
import { PlaceButton } from '../project/PlaceButton';
import type { RequestListSnapshot } from '../requests/request-list';
import { StackTrace } from '../requests/StackTrace';
import { Button } from '../ui/Button';
import { EmptyPane } from '../ui/EmptyPane';
import { Segments } from '../ui/Segments';
import type { ConsoleLine, ConsoleSnapshot } from './lines';
import './Console.css';

interface ConsoleProps {
  readonly console: ConsoleSnapshot;
  readonly requests: RequestListSnapshot;
  readonly onSelectRequest: (request: string) => void;
}

const SHOWN = 500;
const LONGEST = 20_000;

type Filter = 'all' | 'warnings' | 'errors';

const LEVELS: Record<Filter, readonly LogLevel[]> = {
  all: ['debug', 'log', 'info', 'warn', 'error'],
  warnings: ['warn', 'error'],
  errors: ['error'],
};

const FILTERS = [
  { value: 'all', name: 'All' },
  { value: 'warnings', name: 'Warnings' },
  { value: 'errors', name: 'Errors' },
] as const;

/** What the code logged and the errors nobody caught, oldest first; stays at the end if it was there. */
export function Console({ console, requests, onSelectRequest }: ConsoleProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const levels = LEVELS[filter];
  const lines = console.lines.filter((line) => levels.includes(line.level)).slice(-SHOWN);
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = lines.at(-1)?.number;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is when to scroll
  useEffect(() => {
    const box = scroller.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [last]);

  if (console.total === 0) {
    return (
      <EmptyPane>
        <p>
          What your code writes with <code>console.log</code> and the errors that nobody caught come
          here.
        </p>
      </EmptyPane>
    );
  }

  return (
    <div className="console">
      <div className="console-bar">
        <Segments label="Which lines" options={FILTERS} value={filter} onChange={setFilter} />
        <span className="console-count">
          {console.total > lines.length && filter === 'all'
            ? `The last ${lines.length} of ${console.total.toLocaleString('en')} lines`
            : `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'line' : 'lines'}`}
        </span>
      </div>
      <div
        ref={scroller}
        className="console-lines"
        role="log"
        aria-label="Console"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: box }) => {
          atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
        }}
      >
        {lines.map((line) => (
          <Line
            key={line.number}
            line={line}
            showService={console.manyServices}
            requests={requests}
            onSelectRequest={onSelectRequest}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: ConsoleLine;
  readonly showService: boolean;
  readonly requests: RequestListSnapshot;
  readonly onSelectRequest: (request: string) => void;
}

/** A line never changes, and its request's method and URL do not either. */
const Line = memo(
  function Line({ line, showService, requests, onSelectRequest }: LineProps) {
    const entry = line.request === undefined ? undefined : requests.find(line.request);
    const cut = line.text.length - LONGEST;
    return (
      <div className={`console-line console-${line.level}`}>
        <span className="console-level">{line.level}</span>
        <div className="console-text">
          <StackTrace text={cut > 0 ? line.text.slice(0, LONGEST) : line.text} />
          {cut > 0 && ` … and ${cut.toLocaleString('en')} more characters`}
        </div>
        <span className="console-from">
          {line.position && <PlaceButton position={line.position} />}
          {entry && (
            <Button look="link" onClick={() => onSelectRequest(entry.request)}>
              #{entry.number} {eventText(entry.event)}
            </Button>
          )}
          <span>
            {showService && (
              <>
                <bdi>{line.service}</bdi> ·{' '}
              </>
            )}
            gen {line.generation}
          </span>
        </span>
      </div>
    );
  },
  (before, after) => before.line === after.line && before.showService === after.showService,
);
