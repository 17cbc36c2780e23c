import { type FormEvent, type KeyboardEvent, lazy, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { PanelButton } from '../ui/PanelButton';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Composing } from './composing';
import { isCurl } from './curl/is-curl';
import { type Draft, isBodyless } from './draft/draft';
import { type DraftField, MAX_AT_ONCE } from './draft/event-of';
import { MethodField } from './MethodField';
import type { Scenarios } from './scenario/scenarios';
import '../ui/Field.css';
import './RequestBar.css';

const loadComposer = async () => {
  const { Composer } = await import('./compose/Composer');
  return { default: Composer };
};

const Composer = lazy(loadComposer);

// One that fails is tried again when it is opened, which then says so.
const loadComposerAhead = () => void loadComposer().catch(() => undefined);

const HistoryPanel = lazy(async () => {
  const { HistoryPanel } = await import('./history/HistoryPanel');
  return { default: HistoryPanel };
});

const UNLOADABLE = (
  <p className="request-bar-note">This could not be loaded. Reload the page to try again.</p>
);

interface RequestBarProps {
  readonly composing: Composing;
  readonly scenarios: Scenarios;
  /** Called after firing: with the id of the request, if it was a single one. */
  readonly onFired: (request: string | undefined) => void;
}

/** Composes an event and fires it, once or many times at once. What is more than a line loads when it is opened. */
export function RequestBar({ composing, scenarios, onFired }: RequestBarProps) {
  const { draft, open, height, problem, note, replaced } = useStore(composing.store);
  const [wasOpen, setWasOpen] = useState(open);
  const id = useId();
  if (open && !wasOpen) setWasOpen(true);

  useEffect(() => composing.onFired(onFired), [composing, onFired]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    composing.send();
  };

  const sendFromAnywhere = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    composing.send();
  };

  const invalid = (field: DraftField) =>
    problem?.field === field
      ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const)
      : {};

  const line = LINES[draft.kind];
  const amount = amountOf(draft);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a key of all of its fields
    <form
      className="request-bar"
      aria-label="Request"
      onSubmit={submit}
      onKeyDown={sendFromAnywhere}
    >
      <div className="request-bar-line">
        <MethodField
          draft={draft}
          onChange={(change) => {
            composing.change(change);
            if (change.kind !== undefined && change.kind !== 'fetch') composing.setOpen(true);
          }}
          {...invalid('method')}
        />
        <input
          className="field field-mono request-bar-url"
          aria-label={line.label}
          placeholder={line.placeholder}
          title={line.title}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          value={draft[line.field]}
          onChange={({ target: { value } }) => {
            if (line.field === 'url' && isCurl(value)) void takeCurl(composing, value);
            else composing.change({ [line.field]: value });
          }}
          {...invalid('url')}
        />
        <Button type="submit">{draft.kind === 'webSocket' ? 'Connect' : 'Send'}</Button>
        <span className="request-bar-break" />
        <label className="request-bar-count" title={`How many at once, 1 to ${MAX_AT_ONCE}`}>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">How many at once</span>
          <input
            className="field field-mono"
            inputMode="numeric"
            autoComplete="off"
            value={draft.count}
            onChange={({ target }) => composing.change({ count: target.value })}
            {...invalid('count')}
          />
        </label>
        <Button
          look="quiet"
          aria-expanded={open}
          aria-controls={`${id}-more`}
          onPointerEnter={loadComposerAhead}
          onFocus={loadComposerAhead}
          onClick={() => composing.setOpen(!open)}
        >
          {MORE[draft.kind]}
          {amount > 0 && <span className="badge">{amount}</span>}
        </Button>
        <PanelButton label="History" width={460}>
          {(close) => (
            <UnlessUnloadable instead={UNLOADABLE}>
              <HistoryPanel composing={composing} scenarios={scenarios} onDone={close} />
            </UnlessUnloadable>
          )}
        </PanelButton>
      </div>
      {problem && (
        <p id={`${id}-problem`} className="request-bar-problem" role="alert">
          {problem.message}
        </p>
      )}
      {note !== undefined && (
        <p className="request-bar-note" role="status">
          {note}{' '}
          {replaced && (
            <>
              <Button look="link" onClick={() => composing.putBack()}>
                Put back what was there
              </Button>{' '}
            </>
          )}
          <Button look="link" onClick={() => composing.note(undefined)}>
            Dismiss
          </Button>
        </p>
      )}
      <div id={`${id}-more`} className="request-bar-more" hidden={!open}>
        {wasOpen && (
          <UnlessUnloadable
            instead={UNLOADABLE}
            meanwhile={<div className="request-bar-comes" style={{ height }} aria-busy />}
          >
            <Composer composing={composing} scenarios={scenarios} />
          </UnlessUnloadable>
        )}
      </div>
    </form>
  );
}

interface Line {
  readonly field: 'url' | 'cron' | 'queue' | 'entrypoint';
  readonly label: string;
  readonly placeholder: string;
  readonly title?: string;
}

const URL_LINE: Line = {
  field: 'url',
  label: 'Path or URL',
  placeholder: '/path',
  title: 'A path, a URL, or a curl command',
};

/** What the line of each kind of event asks for. */
const LINES: Readonly<Record<Draft['kind'], Line>> = {
  fetch: URL_LINE,
  webSocket: URL_LINE,
  scheduled: { field: 'cron', label: 'Cron', placeholder: '*/5 * * * *' },
  queue: { field: 'queue', label: 'Queue', placeholder: 'queue' },
  test: { field: 'entrypoint', label: 'Entrypoint', placeholder: 'default' },
};

const MORE: Readonly<Record<Draft['kind'], string>> = {
  fetch: 'Headers, body',
  webSocket: 'Headers',
  scheduled: 'When',
  queue: 'Messages',
  test: 'Send to',
};

/** How much there is of what is out of sight. */
function amountOf({ kind, method, headers, body, messages }: Draft): number {
  if (kind === 'queue') return messages.length;
  if (kind !== 'fetch' && kind !== 'webSocket') return 0;
  const sent = headers.filter(({ on, name }) => on && name !== '').length;
  const hasBody = kind === 'fetch' && body.type !== 'none' && !isBodyless(method);
  return sent + (hasBody ? 1 : 0);
}

/** Fills the draft with what a curl command sends, and says what of it was left out. */
async function takeCurl(composing: Composing, command: string): Promise<void> {
  try {
    const { takeCurl } = await import('./curl/take-curl');
    takeCurl(composing, command);
  } catch {
    composing.note(
      'The reader of curl commands could not be loaded. Reload the page to try again.',
    );
  }
}
