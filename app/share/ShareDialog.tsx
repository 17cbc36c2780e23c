import { useCallback, useEffect, useMemo, useState } from 'react';
import { useProject } from '../project/context';
import { useProjectName } from '../project/marks';
import { Button } from '../ui/Button';
import { copyText } from '../ui/copy-text';
import { DialogFrame } from '../ui/DialogFrame';
import { CloudflareLink } from './CloudflareLink';
import { embedSnippet } from './embed-snippet';
import type { AskedLayout, LinkedProject } from './linked-project';
import { fitsQrCode, QrCode } from './QrCode';
import './share.css';

/** Characters past which chats, mails and servers begin to cut a link. */
const LONG = 8 * 1024;

type Links = Pick<typeof import('./links'), 'contentHash' | 'encodeLink' | 'openFileToAsk'>;

interface ShareDialogProps {
  readonly links: Links;
  /** Whether it begins by copying the link. */
  readonly copies: boolean;
  readonly layoutAsItIs: () => AskedLayout;
  /** Has the project downloaded as a file. */
  readonly onDownload: () => void;
  readonly onClose: () => void;
}

/** A link to the open project, and what to do with it. */
export function ShareDialog({
  links,
  copies,
  layoutAsItIs,
  onDownload,
  onClose,
}: ShareDialogProps) {
  const name = useProjectName();
  const files = useProject((state) => state.files);
  const openFile = useProject((state) => state.openFile);
  const toAsk = links.openFileToAsk(files, openFile);
  const [withOpenFile, setWithOpenFile] = useState(true);
  const [withLayout, setWithLayout] = useState(false);
  const carried = useMemo<LinkedProject>(
    () => ({
      files,
      ...(withOpenFile && { openFile: toAsk }),
      ...(withLayout && { layout: layoutAsItIs() }),
    }),
    [files, toAsk, withOpenFile, withLayout, layoutAsItIs],
  );
  const link = useMemo(() => linkOf(links, carried), [links, carried]);
  const hash = useMemo(() => links.contentHash(files), [links, files]);
  const [said, setSaid] = useState<string>();
  const count = Object.keys(files).length;

  const copy = useCallback(async (text: string, what: string) => {
    setSaid(
      (await copyText(text))
        ? `${what} is copied.`
        : 'This browser lets the page copy nothing: copy the link from its field.',
    );
  }, []);

  const [firstLink] = useState(link);
  useEffect(() => {
    if (copies && firstLink.is === 'made') void copy(firstLink.url, 'The link');
  }, [copies, firstLink, copy]);

  return (
    <DialogFrame title={`Share ${name}`} width="narrow" onClose={onClose}>
      <div className="share">
        {link.is === 'refused' ? (
          <p role="alert">{link.why}</p>
        ) : (
          <>
            <p className="share-muted">
              The link is the project: {count === 1 ? 'its file' : `all its ${count} files`}, packed
              behind the #, which browsers send to nobody.
            </p>
            <div className="share-line">
              <input
                className="field field-mono share-link"
                aria-label="Link"
                readOnly
                value={link.url}
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button look="primary" onClick={() => void copy(link.url, 'The link')}>
                Copy link
              </Button>
            </div>
            <p className="share-said" role="status">
              {said}
            </p>
            <dl className="share-facts">
              <div>
                <dt>Length</dt>
                <dd>{characters(link.url.length)} characters</dd>
              </div>
              <div>
                <dt>Content</dt>
                <dd>
                  <code>{hash}</code>
                </dd>
              </div>
            </dl>
            <p className="share-muted">
              Whoever sees the same content, such as {hash}, has the same files as you.
            </p>
            {link.url.length > LONG && (
              <div className="share-warning" role="note">
                <p>
                  The link is longer than {characters(LONG)} characters (8 KB): some mail programs,
                  chats and servers cut it. Send the project as a zip instead: it opens here too.
                </p>
                <Button onClick={onDownload}>Download as a zip</Button>
              </div>
            )}
            <fieldset className="share-options">
              <legend>Besides the files, it asks for</legend>
              <label>
                <input
                  type="checkbox"
                  checked={withOpenFile}
                  onChange={(event) => {
                    setWithOpenFile(event.currentTarget.checked);
                    setSaid(undefined);
                  }}
                />
                the open file{openFile !== '' && `, ${openFile}`}
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={withLayout}
                  onChange={(event) => {
                    setWithLayout(event.currentTarget.checked);
                    setSaid(undefined);
                  }}
                />
                the layout: which panes show, and how large they are
              </label>
            </fieldset>
            <div className="share-more">
              <Button onClick={() => void copy(markdownOf(name, link.url), 'The Markdown')}>
                Copy as Markdown
              </Button>
              <Button
                onClick={() => {
                  const hidden = carried.layout?.hidden;
                  void copy(embedSnippet(link.url, `${name} in Isolab`, hidden), 'The frame');
                }}
              >
                Copy to embed
              </Button>
              <CloudflareLink files={files} />
            </div>
            <Code url={link.url} />
          </>
        )}
      </div>
    </DialogFrame>
  );
}

function Code({ url }: { readonly url: string }) {
  if (!fitsQrCode(url)) {
    return <p className="share-muted">The link is too long for a QR code.</p>;
  }
  return (
    <details className="share-code">
      <summary>QR code</summary>
      <QrCode text={url} label="QR code of the link" />
    </details>
  );
}

type Made =
  | { readonly is: 'made'; readonly url: string }
  | { readonly is: 'refused'; readonly why: string };

function linkOf({ encodeLink }: Links, carried: LinkedProject): Made {
  try {
    return { is: 'made', url: encodeLink(carried) };
  } catch (error) {
    return { is: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}

function markdownOf(name: string, url: string): string {
  return `[${name.replace(/[\\[\]]/g, '\\$&')} in Isolab](${url})`;
}

function characters(count: number): string {
  return count.toLocaleString('en');
}
