import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { type TabItem, Tabs } from '../../ui/Tabs';
import type { ComposerPart, Composing } from '../composing';
import { copyAsCurl, takeCurl } from '../curl/take-curl';
import { type Draft, FIRST_DRAFT } from '../draft/draft';
import { AddToScenario } from '../scenario/AddToScenario';
import type { Scenarios } from '../scenario/scenarios';
import { BodyEditor, bodyTypeName } from './BodyEditor';
import { CronEditor } from './CronEditor';
import { HeaderEditor } from './HeaderEditor';
import { MessagesEditor } from './MessagesEditor';
import { QueryEditor } from './QueryEditor';
import { readPairs } from './query';
import { RecipientEditor } from './RecipientEditor';
import './Composer.css';

const PARTS_OF: Readonly<Record<Draft['kind'], readonly ComposerPart[]>> = {
  fetch: ['query', 'headers', 'body', 'recipient'],
  webSocket: ['query', 'headers', 'recipient'],
  scheduled: ['cron', 'recipient'],
  queue: ['messages', 'recipient'],
  test: ['recipient'],
};

interface ComposerProps {
  readonly composing: Composing;
  readonly scenarios: Scenarios;
}

/** All of an event that does not fit on its line. */
export function Composer({ composing, scenarios }: ComposerProps) {
  const { draft, problem, part } = useStore(composing.store);
  const [seen, setSeen] = useState(problem);
  const [pasting, setPasting] = useState(false);
  const { change } = composing;
  const ids = PARTS_OF[draft.kind];

  const own = useRef<HTMLDivElement>(null);

  // Where something is wrong is where to go, once.
  const wrong = problem === seen ? undefined : ids.find((id) => id === problem?.field);
  const chosen = wrong ?? part;
  useEffect(() => {
    if (wrong) composing.choose(wrong);
    setSeen(problem);
  }, [composing, problem, wrong]);

  useEffect(() => {
    if (!own.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      // Closed, it has none.
      if (height > 0) composing.setHeight(height);
    });
    observer.observe(own.current);
    return () => observer.disconnect();
  }, [composing]);

  const selected = ids.includes(chosen) ? chosen : (ids[0] ?? 'recipient');
  const isRequest = draft.kind === 'fetch' || draft.kind === 'webSocket';

  return (
    <div ref={own} className="composer">
      <Tabs
        label="Parts of the request"
        tabs={ids.map((id) => ({ id, label: labelOf(id, draft) }))}
        selected={selected}
        onSelect={composing.choose}
      >
        <div className="composer-panel">
          {selected === 'query' && (
            <QueryEditor url={draft.url} onChange={(url) => change({ url })} />
          )}
          {selected === 'headers' && (
            <HeaderEditor draft={draft} onChange={(headers) => change({ headers })} />
          )}
          {selected === 'body' && (
            <BodyEditor
              body={draft.body}
              method={draft.method}
              onChange={(body, method) => change({ body, ...(method && { method }) })}
            />
          )}
          {selected === 'cron' && <CronEditor draft={draft} onChange={change} />}
          {selected === 'messages' && (
            <MessagesEditor
              messages={draft.messages}
              onChange={(messages) => change({ messages })}
            />
          )}
          {selected === 'recipient' && <RecipientEditor draft={draft} onChange={change} />}
        </div>
      </Tabs>
      {pasting && (
        <label className="composer-curl">
          Paste a curl command
          <textarea
            className="field field-mono"
            rows={3}
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: it was asked for just now
            autoFocus
            placeholder="curl https://…"
            onChange={({ target }) => {
              if (takeCurl(composing, target.value)) setPasting(false);
            }}
          />
        </label>
      )}
      <div className="composer-tools">
        <Button look="quiet" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Import curl
        </Button>
        {isRequest && (
          <Button look="quiet" onClick={() => void copyAsCurl(composing, draft)}>
            Copy as curl
          </Button>
        )}
        <AddToScenario composing={composing} scenarios={scenarios} draft={draft} />
        <Button
          look="quiet"
          onClick={() => {
            const { kind, url } = draft;
            composing.load({ ...FIRST_DRAFT, kind, url }, 'Cleared.');
          }}
        >
          Clear
        </Button>
      </div>
    </div>
  );
}

function labelOf(id: ComposerPart, draft: Draft): TabItem<ComposerPart>['label'] {
  switch (id) {
    case 'query':
      return <Numbered name="Query" count={readPairs(draft.url).length} />;
    case 'headers':
      return (
        <Numbered
          name="Headers"
          count={draft.headers.filter(({ on, name }) => on && name).length}
        />
      );
    case 'body':
      return draft.body.type === 'none' ? 'Body' : `Body: ${bodyTypeName(draft.body.type)}`;
    case 'cron':
      return 'When';
    case 'messages':
      return <Numbered name="Messages" count={draft.messages.length} />;
    case 'recipient':
      return 'Send to';
  }
}

function Numbered({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      {name}
      {count > 0 && <span className="badge">{count}</span>}
    </>
  );
}
