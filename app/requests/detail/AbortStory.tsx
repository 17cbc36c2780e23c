import { connectionWasCut } from '../../events/connection-lost';
import { PlaceButton } from '../../project/PlaceButton';
import type { IsolateAbort, RequestEntry, RequestListSnapshot } from '../request-list';
import { RequestLink } from './RequestLink';
import { RequestLinks } from './RequestLinks';
import { whatWasCut } from './what-was-cut';

interface AbortStoryProps {
  readonly entry: RequestEntry;
  readonly abort: IsolateAbort;
  readonly requests: RequestListSnapshot;
  readonly onSelect: (request: string) => void;
}

/** Who destroyed the isolate that a request was in, why, and what else went with it. */
export function AbortStory({ entry, abort, requests, onSelect }: AbortStoryProps) {
  const cut = entry.progress.kind === 'ended' && connectionWasCut(entry.progress);
  const others = requests.endedBy(abort).filter(({ request }) => request !== entry.request);
  return (
    <>
      <div className="callout callout-abort">
        <p>
          <Who entry={entry} abort={abort} requests={requests} onSelect={onSelect} />
          {cut
            ? 'the process ended, with every isolate in it.'
            : `isolate generation ${entry.generation} was destroyed at once, with everything in flight.`}
        </p>
        {cut ? (
          <p>Its client hears that the connection was lost, and nothing of a reason.</p>
        ) : (
          <Reason reason={abort.reason} />
        )}
      </div>
      <section aria-label="What else went with it">
        <h3 className="detail-title">What else went with it</h3>
        {others.length === 0 ? (
          <p className="muted">Nothing: no other request was in flight.</p>
        ) : (
          <>
            <p className="muted">
              {others.length === 1 ? '1 request' : `${others.length.toLocaleString('en')} requests`}{' '}
              that {others.length === 1 ? 'was' : 'were'} in flight:
            </p>
            <RequestLinks
              entries={others}
              onSelect={onSelect}
              say={(other) => whatWasCut(other, abort)}
            />
          </>
        )}
      </section>
    </>
  );
}

function Who({ entry, abort, requests, onSelect }: AbortStoryProps) {
  const culprit = abort.request === undefined ? undefined : requests.find(abort.request);
  if (abort.cause !== 'abortIsolate' || !culprit) {
    return `${CAUSES[abort.cause]}: `;
  }
  return (
    <>
      {culprit.request === entry.request ? (
        'This request'
      ) : (
        <>
          Request <RequestLink entry={culprit} onSelect={onSelect} />
        </>
      )}{' '}
      called <code>abortIsolate</code>
      {abort.position && (
        <>
          {' '}
          at <PlaceButton position={abort.position} />
        </>
      )}
      :{' '}
    </>
  );
}

interface CondemnStoryProps {
  readonly entry: RequestEntry;
  readonly reason: string | null;
}

/** Only the caller of `abortIsolate` ended: its isolate was not destroyed. */
export function CondemnStory({ entry, reason }: CondemnStoryProps) {
  return (
    <div className="callout callout-abort">
      <p>
        This request called <code>abortIsolate</code>: under the policy <code>condemn</code> only it
        ends. Isolate generation {entry.generation} finishes what else it has and gets nothing new.
      </p>
      <Reason reason={reason} />
    </div>
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
  abortIsolate: 'abortIsolate was called outside of any request',
  exceededCpu: 'The isolate exceeded its CPU limit',
  exceededMemory: 'The isolate exceeded its memory limit',
  crashed: 'The isolate was lost in a crash',
  user: 'It was aborted from outside, by the Abort button or window.isolab',
  policy: 'The process ended',
} as const;
