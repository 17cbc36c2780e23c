import type { ReactNode } from 'react';
import { sizeText } from '../../bytes/kind';
import { OutcomeMark, outcomeClass } from '../../ui/OutcomeMark';
import { durationText } from '../duration';
import type { RequestEntry, RequestListSnapshot } from '../request-list';
import type { ReceivedResponse } from '../responses';
import { RequestLink } from './RequestLink';

interface SummaryProps {
  readonly entry: RequestEntry;
  readonly response: ReceivedResponse | undefined;
  readonly requests: RequestListSnapshot;
  readonly onSelect: (request: string) => void;
}

/** What is looked for first: status, outcome, how long, how much, and where. */
export function Summary({ entry, response, requests, onSelect }: SummaryProps) {
  const { progress, event, status, bytes, service, generation, parent, network } = entry;
  const ended = progress.kind === 'ended';
  const outcome = ended ? progress.outcome : 'inFlight';
  const size = bytes ?? response?.received;
  const statusText = response?.statusText ?? '';
  return (
    <dl className="facts">
      {status !== undefined && (
        <Fact name="Status">
          <span className="response-status" data-class={Math.floor(status / 100)}>
            {status} {statusText}
          </span>
        </Fact>
      )}
      <Fact name="Outcome">
        <span className={`request-row-outcome ${outcomeClass(outcome)}`}>
          <OutcomeMark outcome={outcome} />
          {ended ? progress.outcome : 'in flight'}
        </span>
      </Fact>
      {ended && <Fact name="Duration">{durationText(progress.duration)}</Fact>}
      {size !== undefined && <Fact name="Size">{sizeText(size)}</Fact>}
      {requests.manyServices && (
        <Fact name="Service">
          <bdi>{service}</bdi>
        </Fact>
      )}
      <Fact name="Isolate">gen {generation}</Fact>
      {network && <Fact name="Answered by">the real network</Fact>}
      {parent !== undefined && (
        <Fact name={event.type === 'tail' ? 'Tells of' : 'Subrequest of'} isNamed>
          <RequestLink entry={requests.find(parent)} onSelect={onSelect} />
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  /** Whether its name is seen, and not only heard. */
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isNamed = false, children }: FactProps) {
  return (
    <div className="fact">
      <dt className={isNamed ? undefined : 'visually-hidden'}>{name}</dt>
      <dd title={isNamed ? undefined : name}>{children}</dd>
    </div>
  );
}
