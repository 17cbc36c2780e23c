import { type KeyboardEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import type { Composing, HistoryEntry } from '../composing';
import { copyAsCurl } from '../curl/take-curl';
import { AddToScenario } from '../scenario/AddToScenario';
import type { Scenarios } from '../scenario/scenarios';
import { draftName } from './draft-name';
import './HistoryPanel.css';

interface HistoryPanelProps {
  readonly composing: Composing;
  readonly scenarios: Scenarios;
  readonly onDone: () => void;
}

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/**
 * What was fired by hand, newest first. The first button of each fires it again; the arrow keys go from
 * one to the next.
 */
export function HistoryPanel(props: HistoryPanelProps) {
  const { composing } = props;
  const history = useStore(composing.store, (state) => state.history);
  const list = useRef<HTMLOListElement>(null);
  if (history.length === 0) {
    return <p className="history-empty">What you send is kept here, to be fired again.</p>;
  }

  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || !list.current) return;
    event.preventDefault();
    const rows = [...list.current.children];
    const row = rows.findIndex((row) => row.contains(document.activeElement));
    rows[row + by]?.querySelector('button')?.focus();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys of the buttons in it */}
      <ol ref={list} className="history" aria-label="History, newest first" onKeyDown={press}>
        {history.map((entry) => (
          <Entry key={entry.id} entry={entry} {...props} />
        ))}
      </ol>
      <div className="history-end">
        <Button look="quiet" onClick={() => composing.forget()}>
          Empty the history
        </Button>
      </div>
    </>
  );
}

interface EntryProps extends HistoryPanelProps {
  readonly entry: HistoryEntry;
}

function Entry({ entry: { draft, at }, composing, scenarios, onDone }: EntryProps) {
  const name = draftName(draft);
  const isRequest = draft.kind === 'fetch' || draft.kind === 'webSocket';
  return (
    <li>
      <div className="history-name">
        <code>{name}</code>
        <time dateTime={new Date(at).toISOString()}>{TIME.format(at)}</time>
      </div>
      <div className="history-actions">
        <Button
          aria-label={`Fire again: ${name}`}
          onClick={() => {
            composing.fire(draft);
            onDone();
          }}
        >
          Fire again
        </Button>
        <Button
          look="quiet"
          aria-label={`Edit: ${name}`}
          onClick={() => {
            composing.load(draft, 'Filled in from the history.');
            onDone();
          }}
        >
          Edit
        </Button>
        {isRequest && (
          <Button
            look="quiet"
            aria-label={`Copy as curl: ${name}`}
            onClick={() => {
              void copyAsCurl(composing, draft);
              onDone();
            }}
          >
            Copy as curl
          </Button>
        )}
        <AddToScenario composing={composing} scenarios={scenarios} draft={draft} of={name} />
      </div>
    </li>
  );
}
