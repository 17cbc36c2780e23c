import { sizeText } from '../../bytes/kind';
import { CopyButton } from '../body/copying';

interface SentBodyProps {
  readonly bytes: Uint8Array;
}

/** So much of it is shown, in UTF-16 units. */
const SHOWN = 20_000;

/** The body that the page sent. */
export function SentBody({ bytes }: SentBodyProps) {
  const text = textOf(bytes);
  return (
    <section aria-label="Request body">
      <div className="detail-title-line">
        <h3 className="detail-title">
          Request body <span className="muted">{sizeText(bytes.length)}</span>
        </h3>
        {text !== undefined && <CopyButton label="Copy the request body" text={() => text} />}
      </div>
      {text === undefined ? (
        <p className="muted">It is no text.</p>
      ) : (
        <pre className="sent-body">{text.slice(0, SHOWN)}</pre>
      )}
      {text !== undefined && text.length > SHOWN && (
        <p className="muted">The first {SHOWN.toLocaleString('en')} characters are shown.</p>
      )}
    </section>
  );
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
