import { lazy, useEffect } from 'react';
import type { ConsoleLine } from '../console/lines';
import { useProject } from '../project/context';
import { EmptyPane } from '../ui/EmptyPane';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Composing } from './composing';
import type { Requester } from './fire';
import type { RequestListSnapshot } from './request-list';
import type { Responses } from './responses';
import './Requests.css';

interface RequestsProps {
  readonly requests: RequestListSnapshot;
  readonly responses: Responses;
  /** What a request wrote to the console. */
  readonly loggedBy: (request: string) => readonly ConsoleLine[];
  readonly selected: string | undefined;
  readonly onSelect: (request: string | undefined) => void;
  /** What fires; `undefined` in a recording. */
  readonly requester: Requester | undefined;
  readonly composing: Composing;
}

const loadDetail = async () => {
  const { RequestDetail } = await import('./RequestDetail');
  return { default: RequestDetail };
};

const RequestDetail = lazy(loadDetail);

const RequestList = lazy(async () => {
  const { RequestList } = await import('./RequestList');
  return { default: RequestList };
});

const NO_LIST = (
  <EmptyPane>
    <p>The list of requests could not be loaded. Reload the page to try again.</p>
  </EmptyPane>
);

const NO_DETAIL = (
  <section className="request-detail-slot" aria-label="Request">
    <p>
      The details of a request could not be loaded. All else works; reload the page to try again.
    </p>
  </section>
);

const DETAIL_COMES = <section className="request-detail-slot" aria-label="Request" aria-busy />;

/** The requests of the visit, beside all there is to know of the selected one. */
export function Requests(props: RequestsProps) {
  const { requests, responses, loggedBy, selected, onSelect, requester, composing } = props;
  const entry = selected === undefined ? undefined : requests.find(selected);
  const isStory = useProject(({ origin, files }) => origin === 'example' && 'story.http' in files);
  const any = requests.total > 0;

  useEffect(() => {
    // One that fails is tried again when a request is selected, which then says so.
    if (any) loadDetail().catch(() => undefined);
  }, [any]);

  if (!any) {
    return (
      <EmptyPane>
        {isStory ? (
          <p>
            <strong>Run story</strong> fires three slow requests at one isolate. A fourth calls{' '}
            <code>abortIsolate('poisoned')</code> while they wait, and a fifth finds a fresh
            isolate. The timeline shows it.
          </p>
        ) : (
          <p>
            Send a request: how it ended, why, and its response come here. The list before its path
            has other events too; a curl command can be pasted in place of the path.
          </p>
        )}
      </EmptyPane>
    );
  }
  return (
    <div className="requests">
      <div className="requests-panes" data-detail={entry !== undefined}>
        <div className="request-list">
          <UnlessUnloadable instead={NO_LIST}>
            <RequestList requests={requests} selected={selected} onSelect={onSelect} />
          </UnlessUnloadable>
        </div>
        {entry && (
          <UnlessUnloadable instead={NO_DETAIL} meanwhile={DETAIL_COMES}>
            <RequestDetail
              key={entry.request}
              entry={entry}
              requests={requests}
              responses={responses}
              lines={loggedBy(entry.request)}
              onSelect={onSelect}
              requester={requester}
              composing={composing}
            />
          </UnlessUnloadable>
        )}
      </div>
    </div>
  );
}
