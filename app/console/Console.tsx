import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { type Command, useCommands } from '../commands/commands';
import type { RequestListSnapshot } from '../requests/request-list';
import { Button } from '../ui/Button';
import { EmptyPane } from '../ui/EmptyPane';
import { ConsoleBar } from './ConsoleBar';
import { clear, isFoldedAway, lineChoice, showAll, viewOfRun } from './console-view';
import { LineList } from './LineList';
import { parseFilter, passes } from './line-filter';
import type { ConsoleSnapshot } from './lines';
import { createVisibleLines } from './visible-lines';
import './Console.css';
import './values.css';

interface ConsoleProps {
  readonly console: ConsoleSnapshot;
  readonly requests: RequestListSnapshot;
  readonly onSelectRequest: (request: string) => void;
}

/** What the code logged and the errors nobody caught, as a browser's developer tools show it. */
export function Console({ console, requests, onSelectRequest }: ConsoleProps) {
  const visible = useVisibleLines(console);
  useConsoleCommands(console);
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
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions lint/a11y/noStaticElementInteractions: keys for all that is in it
    <div className="console" onKeyDown={(event) => press(event, console)}>
      <ConsoleBar console={console} visible={visible} requests={requests} />
      {visible.count > 0 ? (
        <LineList
          run={console.run}
          visible={visible}
          manyServices={console.services.length > 1}
          requests={requests}
          onSelectRequest={onSelectRequest}
        />
      ) : (
        <NoLine console={console} />
      )}
    </div>
  );
}

function useConsoleCommands(console: ConsoleSnapshot): void {
  const latest = useRef(console);
  useEffect(() => {
    latest.current = console;
  }, [console]);
  const offered = useMemo<readonly Command[]>(
    () => [
      {
        id: 'console.clear',
        title: 'Clear the console',
        group: 'Run',
        run: () => clear(latest.current),
      },
    ],
    [],
  );
  useCommands(offered);
}

/** As in a browser's developer tools. What the browser would find are only the lines in sight. */
function press(event: KeyboardEvent<HTMLElement>, console: ConsoleSnapshot): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'l' && key !== 'f') return;
  if (key === 'l') clear(console);
  // The line that had the focus may be gone.
  const filter = event.currentTarget.querySelector('input');
  filter?.focus();
  filter?.select();
  event.preventDefault();
}

function NoLine({ console }: Pick<ConsoleProps, 'console'>) {
  const { cleared } = useStore(viewOfRun(console.run));
  return (
    <EmptyPane>
      {console.total === cleared.total ? (
        <p>Cleared. What is logged from now on comes here; the timeline still has it all.</p>
      ) : (
        <>
          <p>No line passes the filter and has one of the levels.</p>
          <Button onClick={showAll}>Show all lines</Button>
        </>
      )}
    </EmptyPane>
  );
}

/** Those that are not cleared away, filtered out, or in a folded group. */
function useVisibleLines(console: ConsoleSnapshot) {
  const { levels, filter } = useStore(lineChoice);
  const { cleared, groups } = useStore(viewOfRun(console.run));
  const follow = useMemo(() => {
    const parsed = parseFilter(filter);
    return createVisibleLines(
      (line) =>
        line.number > cleared.total &&
        levels.has(line.level) &&
        !isFoldedAway(line, { groups, cleared }) &&
        passes(parsed, line),
    );
  }, [levels, filter, cleared, groups]);
  return follow(console);
}
