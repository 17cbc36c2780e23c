import type { ReactNode } from 'react';
import { headerText } from '../body/copies';
import { CopyButton } from '../body/copying';
import type { FiredEvent } from '../draft/event-of';
import type { Header } from '../draft/header-lines';
import type { RequestEntry } from '../request-list';
import type { ReceivedResponse } from '../responses';
import { Scrolled } from './Scrolled';
import { SentBody } from './SentBody';

interface HeadersTabProps {
  readonly entry: RequestEntry;
  readonly response: ReceivedResponse | undefined;
  /** What the page fired, while it is kept. */
  readonly sent: FiredEvent | undefined;
}

/** What was asked, and the head of what was answered. */
export function HeadersTab({ entry, response, sent }: HeadersTabProps) {
  const { event, service, generation, status } = entry;
  const code = response ? `${response.status} ${response.statusText}`.trim() : status;
  const general: readonly (readonly [name: string, value: ReactNode])[] = [
    ...(event.type === 'fetch'
      ? ([
          ['URL', event.url],
          ['Method', event.method],
        ] as const)
      : ([['Event', event.type]] as const)),
    ['Status', code ?? 'none yet'],
    ['Service', <bdi key="service">{service}</bdi>],
    ['Isolate', `generation ${generation}`],
  ];
  return (
    <Scrolled label="Headers">
      <section aria-label="General">
        <h3 className="detail-title">General</h3>
        <HeaderTable rows={general} />
      </section>
      {response && <HeaderSection of="response" headers={response.headers} />}
      {sent?.kind === 'fetch' && <HeaderSection of="request" headers={sent.init.headers} />}
      {sent?.kind === 'fetch' && sent.init.body instanceof Uint8Array && (
        <SentBody bytes={sent.init.body} />
      )}
    </Scrolled>
  );
}

interface HeaderSectionProps {
  readonly of: 'request' | 'response';
  readonly headers: readonly Header[];
}

function HeaderSection({ of, headers }: HeaderSectionProps) {
  const title = of === 'request' ? 'Request headers' : 'Response headers';
  return (
    <section aria-label={title}>
      <div className="detail-title-line">
        <h3 className="detail-title">{title}</h3>
        {headers.length > 0 && (
          <CopyButton label={`Copy the ${of} headers`} text={() => headerText(headers)} />
        )}
      </div>
      {headers.length > 0 ? (
        <HeaderTable rows={sorted(headers)} />
      ) : (
        <p className="muted">The {of} has none.</p>
      )}
    </section>
  );
}

interface HeaderTableProps {
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}

function HeaderTable({ rows }: HeaderTableProps) {
  return (
    <table className="headers">
      <tbody>
        {rows.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the rows of one response never change
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sorted(headers: readonly Header[]): readonly Header[] {
  return headers.toSorted(([a], [b]) => a.localeCompare(b, 'en'));
}
