import { useMemo } from 'react';
import { closedDocument } from './closed-document';

interface HtmlFrameProps {
  readonly html: string;
}

/** HTML as a page. It comes from a worker that may be hostile: it has no scripts, no origin and no network. */
export function HtmlFrame({ html }: HtmlFrameProps) {
  const document = useMemo(() => closedDocument(html), [html]);
  if (document === undefined) {
    return (
      <p className="body-note">
        This HTML reads differently each time, so it is not shown as a page. Choose Text to see it.
      </p>
    );
  }
  return (
    <iframe
      className="html-frame"
      title="The body as a page"
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={document}
    />
  );
}
