import { useMemo } from 'react';
import { HEX_LIMIT, previewOf } from './body-preview';
import { PREVIEW_LIMIT, type ReceivedResponse } from './responses';

/** Status, headers and the start of the body, as it comes. */
export function ResponseView({ response }: { readonly response: ReceivedResponse }) {
  const { status, statusText, headers, body, received } = response;
  const preview = useMemo(() => previewOf(response.preview), [response.preview]);
  const limit = preview.kind === 'binary' ? HEX_LIMIT : PREVIEW_LIMIT;
  return (
    <>
      <h4 className="detail-title">
        Response{' '}
        <span className="response-status">
          {status} {statusText}
        </span>
      </h4>
      {headers.length > 0 && (
        <table className="headers">
          <tbody>
            {headers.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h4 className="detail-title">
        Body <span className="muted">{bodyNote(preview.kind, received, body.state)}</span>
      </h4>
      {preview.text !== '' && (
        <pre className="response-body" data-kind={preview.kind}>
          {preview.text}
        </pre>
      )}
      {received > limit && (
        <p className="muted">
          The first {bytes(limit)} of {bytes(received)} are shown.
        </p>
      )}
      {body.state === 'failed' && (
        <p className="callout callout-abort">The body broke off: {body.message}</p>
      )}
    </>
  );
}

function bodyNote(kind: 'text' | 'binary', received: number, state: string): string {
  const size = received === 0 && state === 'ended' ? 'empty' : bytes(received);
  const what = kind === 'binary' ? `binary, ${size}` : size;
  return state === 'reading' ? `${what}, reading …` : what;
}

function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  if (count < 1024 * 1024) return `${(count / 1024).toFixed(count % 1024 === 0 ? 0 : 1)} KiB`;
  return `${(count / 1024 / 1024).toFixed(1)} MiB`;
}
