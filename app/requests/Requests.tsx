import type { ConsoleLine } from '../console/lines';
import { useProject } from '../project/context';
import { EmptyPane } from '../ui/EmptyPane';
import { RequestDetail } from './RequestDetail';
import { RequestList } from './RequestList';
import type { RequestListSnapshot } from './request-list';
import type { Responses } from './responses';
import './Requests.css';

interface RequestsProps {
  readonly requests: RequestListSnapshot;
  readonly responses: Responses;
  /** Of the console. */
  readonly lines: readonly ConsoleLine[];
  readonly selected: string | undefined;
  readonly onSelect: (request: string | undefined) => void;
}

/** The requests of the visit, beside all there is to know of the selected one. */
export function Requests({ requests, responses, lines, selected, onSelect }: RequestsProps) {
  const entry = selected === undefined ? undefined : requests.find(selected);
  const isStory = useProject((state) => state.origin === 'example');
  if (requests.total === 0) {
    return (
      <EmptyPane>
        {isStory ? (
          <p>
            <strong>Run story</strong> fires three slow requests at one isolate. A fourth calls{' '}
            <code>abortIsolate('poisoned')</code> while they wait, and a fifth finds a fresh
            isolate. The timeline shows it.
          </p>
        ) : (
          <p>Send a request: how it ended, why, and its response come here.</p>
        )}
      </EmptyPane>
    );
  }
  return (
    <div className="requests">
      <div className="requests-panes" data-detail={entry !== undefined}>
        <RequestList requests={requests} selected={selected} onSelect={onSelect} />
        {entry && (
          <RequestDetail
            key={entry.request}
            entry={entry}
            requests={requests}
            responses={responses}
            lines={lines.filter(({ by, request }) => by === 'worker' && request === entry.request)}
            onSelect={onSelect}
          />
        )}
      </div>
    </div>
  );
}
