import { Ban, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { eventText } from '../events/event-name';
import type { RequestListSnapshot } from '../requests/request-list';
import { copyText } from '../ui/copy-text';
import { IconButton } from '../ui/IconButton';
import { clear, LEVELS, lineChoice, setFilter, toggleLevel, viewOfRun } from './console-view';
import { textOfLines } from './copy-lines';
import type { ConsoleSnapshot } from './lines';
import type { VisibleLines } from './visible-lines';
import '../ui/Field.css';

interface ConsoleBarProps {
  readonly console: ConsoleSnapshot;
  readonly visible: VisibleLines;
  readonly requests: RequestListSnapshot;
}

const NAMES = {
  error: 'Errors',
  warn: 'Warnings',
  info: 'Info',
  log: 'Log',
  debug: 'Debug',
} as const;

/** Requests that the filter offers. */
const OFFERED = 30;

/** Which lines are on show, and what can be done with them. */
export function ConsoleBar({ console, visible, requests }: ConsoleBarProps) {
  const { levels, filter } = useStore(lineChoice);
  const { cleared } = useStore(viewOfRun(console.run));
  const [said, setSaid] = useState('');
  const offers = useId();
  const total = console.total - cleared.total;

  const copy = async () => {
    const lines = visible.count.toLocaleString('en');
    const copied = await copyText(textOfLines(visible));
    setSaid(copied ? `Copied ${lines} lines` : 'The browser did not let the lines be copied.');
  };

  return (
    <div className="console-bar">
      <IconButton
        name="Clear the console"
        title="Clear the console (Ctrl+L)"
        disabled={total === 0}
        onClick={() => clear(console)}
      >
        <Ban size={15} aria-hidden />
      </IconButton>
      <IconButton
        name="Copy the lines on show"
        disabled={visible.count === 0}
        onClick={() => void copy()}
        onBlur={() => setSaid('')}
      >
        <Copy size={15} aria-hidden />
      </IconButton>
      <search className="console-search">
        <input
          type="search"
          className="field console-filter"
          aria-label="Filter lines"
          placeholder="Filter: text, -not, req:3, gen:2"
          title="All of it must hold: text of the line, -text that is not in it, req:3 of a request, gen:2 of isolates, service:name"
          autoComplete="off"
          spellCheck={false}
          list={offers}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setFilter('');
          }}
        />
        <Offers id={offers} console={console} requests={requests} />
      </search>
      <fieldset className="console-levels" aria-label="Levels">
        {LEVELS.map((level) => {
          const count = console.counts[level] - cleared.counts[level];
          return (
            <button
              key={level}
              type="button"
              className={`console-chip console-chip-${level}`}
              aria-pressed={levels.has(level)}
              onClick={() => toggleLevel(level)}
            >
              {NAMES[level]}{' '}
              <span className="console-chip-count">{count.toLocaleString('en')}</span>
            </button>
          );
        })}
      </fieldset>
      <span className="console-count" role="status">
        {said || countText(visible.count, total)}
      </span>
    </div>
  );
}

function countText(shown: number, total: number): string {
  const lines = `${total.toLocaleString('en')} ${total === 1 ? 'line' : 'lines'}`;
  return shown === total ? lines : `${shown.toLocaleString('en')} of ${lines}`;
}

interface OffersProps extends Omit<ConsoleBarProps, 'visible'> {
  readonly id: string;
}

/** What may be typed: the newest requests, and isolates. */
function Offers({ id, console, requests }: OffersProps) {
  const newest = Array.from({ length: Math.min(OFFERED, requests.total) }, (_, index) =>
    requests.at(index),
  );
  const { services, generations } = console;
  return (
    <datalist id={id}>
      {newest.map(
        (entry) =>
          entry && (
            <option
              key={entry.request}
              value={`req:${entry.number}`}
              label={`#${entry.number} ${eventText(entry.event)}`}
            />
          ),
      )}
      {Array.from({ length: Math.min(generations, OFFERED) }, (_, index) => {
        const generation = generations - index;
        return <option key={generation} value={`gen:${generation}`} />;
      })}
      {services.length > 1 &&
        services.map((service) => <option key={service} value={`service:${service}`} />)}
    </datalist>
  );
}
