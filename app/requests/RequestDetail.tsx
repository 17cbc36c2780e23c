import { lazy, type ReactNode, useSyncExternalStore } from 'react';
import type { ConsoleLine } from '../console/lines';
import { connectionWasCut } from '../events/connection-lost';
import { eventText } from '../events/event-name';
import { PlaceButton } from '../project/PlaceButton';
import { Button } from '../ui/Button';
import { OutcomeMark, outcomeClass } from '../ui/OutcomeMark';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Composing } from './composing';
import { durationText } from './duration';
import { ErrorView } from './ErrorView';
import type { Requester } from './fire';
import { RequestActions } from './RequestActions';
import { RequestLogs } from './RequestLogs';
import { ResponseView } from './ResponseView';
import type { IsolateAbort, RequestEntry, RequestListSnapshot } from './request-list';
import { KEPT_RESPONSES, type Responses } from './responses';
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
  const { progress, event } = entry;
  const ended = progress.kind === 'ended';
  const outcome = ended ? progress.outcome : 'inFlight';
  const abort = requests.abortOf(entry.isolate);
  const aborted = ended && progress.outcome === 'aborted';
  const cut = ended && connectionWasCut(progress);
  const slowed = requests.slowedFor(entry);

  return (
    <section className="request-detail" aria-label={`Request ${entry.number}`}>
      <header className="request-detail-head">
        <h3>
          <span className="request-detail-number">#{entry.number}</span>
          {eventText(event)}
        </h3>
        <Button look="quiet" aria-label="Close the request" onClick={() => onSelect(undefined)}>
          ✕
        </Button>
      </header>
      <div className="request-detail-body">
        <dl className="facts">
          <Fact name="Outcome">
            <span className={`request-row-outcome ${outcomeClass(outcome)}`}>
              <OutcomeMark outcome={outcome} />
              {ended ? progress.outcome : 'in flight'}
            </span>
          </Fact>
          {requests.manyServices && (
            <Fact name="Service">
              <bdi>{entry.service}</bdi>
            </Fact>
          )}
          {entry.parent !== undefined && (
            <Fact name={event.type === 'tail' ? 'Tells of' : 'Subrequest of'}>
              <RequestLink entry={requests.find(entry.parent)} onSelect={onSelect} />
            </Fact>
          )}
          {entry.network && <Fact name="Answered by">the real network</Fact>}
          <Fact name="Isolate">generation {entry.generation}</Fact>
          {ended && <Fact name="Duration">{durationText(progress.duration)}</Fact>}
        </dl>
        {requester && (
          <div className="request-detail-actions">
            <RequestActions request={entry.request} requester={requester} composing={composing} />
          </div>
        )}
        {slowed > 0 && (
          <p className="callout callout-slowed">
            {progress.kind === 'inFlight' && progress.phase === 'waiting' ? 'Waits' : 'Waited'}{' '}
            {durationText(slowed)}: the service aborts again and again, and each fresh isolate has
            to wait longer.
          </p>
        )}
        {cut && progress.error && <ErrorView error={progress.error} />}
        {aborted && (
          <div className="callout callout-abort">
            <AbortStory entry={entry} abort={abort} requests={requests} onSelect={onSelect} />
          </div>
        )}
        {ended && progress.error && !aborted && <ErrorView error={progress.error} />}
        <Subrequests entries={requests.subrequestsOf(entry.request)} onSelect={onSelect} />
        <RequestLogs lines={lines} />
        {talk && (
          <UnlessUnloadable instead={<p className="muted">The talk could not be loaded.</p>}>
            <SocketView talk={talk} />
          </UnlessUnloadable>
        )}
        {response && <ResponseView response={response} />}
        {!response && entry.status !== undefined && (
          <p className="muted">
            Status {entry.status}. The page keeps the last {KEPT_RESPONSES.toLocaleString('en')}{' '}
            responses to what it fired itself; this one is not among them.
          </p>
        )}
      </div>
    </section>
  );
}

interface RequestLinkProps {
  readonly entry: RequestEntry | undefined;
  readonly onSelect: (request: string) => void;
}

function RequestLink({ entry, onSelect }: RequestLinkProps) {
  if (!entry) return 'a request that is gone';
  return (
    <Button look="link" onClick={() => onSelect(entry.request)}>
      #{entry.number} {eventText(entry.event)}
    </Button>
  );
}

interface SubrequestsProps {
  readonly entries: readonly RequestEntry[];
  readonly onSelect: (request: string) => void;
}

/** So many are listed; a request may make a thousand. */
const LISTED = 50;

function Subrequests({ entries, onSelect }: SubrequestsProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-label="Subrequests">
      <h4 className="detail-title">
        {entries.length === 1 ? '1 subrequest' : `${entries.length} subrequests`}
      </h4>
      <ul className="subrequests">
        {entries.slice(0, LISTED).map((entry) => {
          const { progress } = entry;
          const outcome = progress.kind === 'ended' ? progress.outcome : 'inFlight';
          return (
            <li key={entry.request}>
              <span className={outcomeClass(outcome)}>
                <OutcomeMark outcome={outcome} />
              </span>{' '}
              <RequestLink entry={entry} onSelect={onSelect} />{' '}
              <span className="muted">
                {entry.status} {entry.network ? 'network' : <bdi>{entry.service}</bdi>}
              </span>
            </li>
          );
        })}
      </ul>
      {entries.length > LISTED && <p className="muted">The first {LISTED} are listed.</p>}
    </section>
  );
}

interface AbortStoryProps {
  readonly entry: RequestEntry;
  readonly abort: IsolateAbort | undefined;
  readonly requests: RequestListSnapshot;
  readonly onSelect: (request: string) => void;
}

function AbortStory({ entry, abort, requests, onSelect }: AbortStoryProps) {
  if (!abort) return <CondemnStory entry={entry} />;
  const { reason } = abort;
  const cut = entry.progress.kind === 'ended' && connectionWasCut(entry.progress);
  const culprit = abort.request === undefined ? undefined : requests.find(abort.request);
  const own = culprit?.request === entry.request;
  return (
    <>
      <p>
        {own && 'This request called '}
        {!own && culprit && (
          <>
            <Button look="link" onClick={() => onSelect(culprit.request)}>
              Request #{culprit.number}, {eventText(culprit.event)},
            </Button>{' '}
            called{' '}
          </>
        )}
        {culprit ? (
          <>
            <code>abortIsolate</code>
            {abort.position && (
              <>
                {' '}
                at <PlaceButton position={abort.position} />
              </>
            )}
            :{' '}
            {cut
              ? 'the process ended, with every isolate in it.'
              : `isolate generation ${entry.generation} was destroyed at once, with everything in flight.`}
          </>
        ) : (
          <>
            Isolate generation {entry.generation} was {CAUSES[abort.cause]}; everything in flight
            was rejected.
          </>
        )}
      </p>
      {cut ? (
        <p>Its client hears that the connection was lost, and nothing of a reason.</p>
      ) : (
        <Reason reason={reason} />
      )}
    </>
  );
}

/** Only the caller of `abortIsolate` ended: its isolate was not destroyed. */
function CondemnStory({ entry }: { readonly entry: RequestEntry }) {
  return (
    <>
      <p>
        This request called <code>abortIsolate</code>: under the policy <code>condemn</code> only it
        ends. Isolate generation {entry.generation} finishes what else it has and gets nothing new.
      </p>
      <Reason reason={entry.progress.kind === 'ended' ? (entry.progress.reason ?? null) : null} />
    </>
  );
}

function Reason({ reason }: { readonly reason: string | null }) {
  return (
    <p>
      {reason === null ? 'No reason was given.' : 'Reason: '}
      <strong>{reason}</strong>
    </p>
  );
}

const CAUSES = {
  abortIsolate: 'destroyed by abortIsolate',
  exceededCpu: 'destroyed: it exceeded its CPU limit',
  exceededMemory: 'destroyed: it exceeded its memory limit',
  crashed: 'lost in a crash',
  user: 'aborted from outside, by the Abort button or window.isolab',
  policy: 'destroyed: its process ended',
} as const;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
