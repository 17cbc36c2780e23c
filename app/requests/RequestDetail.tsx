import { lazy, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ConsoleLine } from '../console/lines';
import { eventText } from '../events/event-name';
import { Button } from '../ui/Button';
import { type TabItem, Tabs } from '../ui/Tabs';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Composing } from './composing';
import { chooseTab, type DetailTab, detailTab } from './detail/detail-tab';
import { ErrorTab, hasFailed } from './detail/ErrorTab';
import { HeadersTab } from './detail/HeadersTab';
import { ResponseTab } from './detail/ResponseTab';
import { Scrolled } from './detail/Scrolled';
import { Subrequests } from './detail/Subrequests';
import { Summary } from './detail/Summary';
import { TimingTab } from './detail/TimingTab';
import { durationText } from './duration';
import type { Requester } from './fire';
import { RequestActions } from './RequestActions';
import { RequestLogs } from './RequestLogs';
import type { RequestEntry, RequestListSnapshot } from './request-list';
import type { Responses } from './responses';
import './RequestDetail.css';

interface RequestDetailProps {
  readonly entry: RequestEntry;
  readonly requests: RequestListSnapshot;
  readonly responses: Responses;
  /** What it wrote to the console. */
  readonly lines: readonly ConsoleLine[];
  readonly onSelect: (request: string | undefined) => void;
  /** What fired it; `undefined` in a recording. */
  readonly requester: Requester | undefined;
  readonly composing: Composing;
}

const SocketView = lazy(async () => {
  const { SocketView } = await import('./sockets/SocketView');
  return { default: SocketView };
});

/** All there is to know of one request: how it ended and why, its error, its response. */
export function RequestDetail(props: RequestDetailProps) {
  const { entry, requests, responses, lines, onSelect, requester, composing } = props;
  const response = useSyncExternalStore(responses.subscribe, () => responses.get(entry.request));
  const talk = requester?.talk(entry.request);
  const chosen = useStore(detailTab, (state) => state.chosen);
  const section = useRef<HTMLElement>(null);
  const { progress, event, number } = entry;
  const subrequests = requests.subrequestsOf(entry.request);
  const slowed = requests.slowedFor(entry);
  const failed = hasFailed(progress) && progress;
  // Where it failed before it answered, there is no response to look at.
  const answers = talk === undefined && (entry.status !== undefined || !failed);

  const tabs: readonly TabItem<DetailTab>[] = [
    ...(talk !== undefined ? [{ id: 'messages', label: 'Messages' } as const] : []),
    ...(failed ? [{ id: 'error', label: 'Error' } as const] : []),
    ...(answers ? [{ id: 'response', label: 'Response' } as const] : []),
    { id: 'headers', label: 'Headers' },
    { id: 'timing', label: 'Timing' },
    ...(lines.length > 0
      ? [{ id: 'log', label: <Counted name="Log" count={lines.length} /> } as const]
      : []),
    ...(subrequests.length > 0
      ? [
          {
            id: 'subrequests',
            label: <Counted name="Subrequests" count={subrequests.length} />,
          } as const,
        ]
      : []),
  ];
  const tab = (tabs.find(({ id }) => id === chosen) ?? tabs[0])?.id ?? 'headers';

  const close = () => {
    // The keyboard goes on where the request was chosen.
    section.current
      ?.closest('.requests')
      ?.querySelector<HTMLElement>('[role=listbox]')
      ?.focus({ preventScroll: true });
    onSelect(undefined);
  };

  return (
    <section ref={section} className="request-detail" aria-label={`Request ${number}`}>
      <header className="request-detail-head">
        <h2>
          <span className="request-detail-number">#{number}</span>
          {eventText(event)}
        </h2>
        <Button look="quiet" aria-label="Close the request" onClick={close}>
          ✕
        </Button>
      </header>
      <div className="request-detail-line">
        <Summary entry={entry} response={response} requests={requests} onSelect={onSelect} />
        {requester && (
          <div className="request-detail-actions">
            <RequestActions request={entry.request} requester={requester} composing={composing} />
          </div>
        )}
      </div>
      {slowed > 0 && (
        <p className="callout callout-slowed">
          {progress.kind === 'inFlight' && progress.phase === 'waiting' ? 'Waits' : 'Waited'}{' '}
          {durationText(slowed)}: the service aborts again and again, and each fresh isolate has to
          wait longer.
        </p>
      )}
      <Tabs label={`Request ${number}`} tabs={tabs} selected={tab} onSelect={chooseTab}>
        {tab === 'messages' && talk !== undefined && (
          <Scrolled label="Messages">
            <UnlessUnloadable instead={<p className="muted">The talk could not be loaded.</p>}>
              <SocketView talk={talk} />
            </UnlessUnloadable>
          </Scrolled>
        )}
        {tab === 'error' && failed && (
          <ErrorTab entry={entry} progress={failed} requests={requests} onSelect={onSelect} />
        )}
        {tab === 'response' && <ResponseTab entry={entry} response={response} />}
        {tab === 'headers' && (
          <HeadersTab entry={entry} response={response} sent={requester?.sent(entry.request)} />
        )}
        {tab === 'timing' && <TimingTab entry={entry} requests={requests} />}
        {tab === 'log' && <RequestLogs lines={lines} />}
        {tab === 'subrequests' && <Subrequests entries={subrequests} onSelect={onSelect} />}
      </Tabs>
    </section>
  );
}

function Counted({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      {name}
      <span className="badge">{count.toLocaleString('en')}</span>
    </>
  );
}
