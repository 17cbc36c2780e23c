import { type KeyboardEvent, memo, type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { HexView } from '../../bytes/HexView';
import { ImageView } from '../../bytes/ImageView';
import { sizeText } from '../../bytes/kind';
import { BODY_LIMIT, type ReceivedResponse } from '../responses';
import { BodyBar } from './BodyBar';
import { bodySettings } from './body-settings';
import { contentTypeOf, decoderFor } from './content-type';
import { HtmlFrame } from './HtmlFrame';
import { JsonLook } from './JsonLook';
import { imageTypeOf, type Look, looksOf } from './looks';
import { TextLook } from './TextLook';
import { useSlowed } from './use-slowed';
import './BodyView.css';

interface BodyViewProps {
  readonly response: ReceivedResponse;
  /** Of the request, where it has one. */
  readonly url: string | undefined;
}

/** ms from one picture of a body that is coming to the next: each is drawn anew. */
const REDRAWN = 1000;

/** The body of a response, as it comes: looked at as what it is, or as chosen. */
export const BodyView = memo(function BodyView({ response, url }: BodyViewProps) {
  const { bytes, headers, received, body } = response;
  const contentType = useMemo(() => contentTypeOf(headers), [headers]);
  const looks = looksOf(contentType, bytes);
  const [own] = looks;
  const chosen = useStore(bodySettings, (state) => state.chosen[own]);
  const look = chosen && looks.includes(chosen) ? chosen : own;
  const [finds, setFinds] = useState(false);
  const [image, setImage] = useState<string>();
  const isReading = body.state === 'reading';
  const isWhole = !isReading && received === bytes.length;
  const slow = useSlowed(bytes, REDRAWN);
  const drawn = isReading ? slow : bytes;
  const isDecoded = look === 'html' || (look === 'json' && isWhole);
  const decoded = useMemo(
    () => (isDecoded ? decoderFor(contentType).decode(drawn) : ''),
    [isDecoded, contentType, drawn],
  );

  const text = (
    <TextLook
      bytes={bytes}
      contentType={contentType}
      finds={finds}
      onEndFinding={() => setFinds(false)}
    />
  );

  const views: Record<Look, () => ReactNode> = {
    text: () => text,
    hex: () => <HexView label="The body as bytes" bytes={bytes} />,
    html: () => <HtmlFrame html={decoded} />,
    // Half of a text is no JSON.
    json: () => (isWhole ? <JsonLook text={decoded} instead={text} /> : text),
    image: () => (
      <ImageView
        bytes={drawn}
        type={imageTypeOf(contentType.type, bytes) ?? ''}
        name="The body as an image"
        onShown={(width, height) => setImage(`${width} × ${height} pixels`)}
        onUnreadable={() => setImage('which this browser cannot show')}
      />
    ),
  };

  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
    if (look !== 'text') return;
    event.preventDefault();
    setFinds(true);
  };

  if (received === 0) return <Empty isReading={isReading} status={response.status} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus
    <div className="body-view" role="presentation" onKeyDown={press}>
      <BodyBar
        response={response}
        contentType={contentType}
        url={url}
        looks={looks}
        look={look}
        onFind={() => setFinds((before) => !before)}
      />
      {views[look]()}
      <p className="body-state">
        <span>{contentType.type || 'no content type'}</span>
        <span>{sizeText(received)}</span>
        {look === 'image' && image && <span>{image}</span>}
        {look === 'html' && <span>scripts, links and all it would load are off</span>}
        {isReading && <span>reading …</span>}
        {look === 'json' && isReading && <span>the tree comes with its end</span>}
        {received > bytes.length && (
          <span>
            the first {sizeText(BODY_LIMIT)} are kept{look === 'json' && ', which is no whole JSON'}
          </span>
        )}
      </p>
    </div>
  );
});

interface EmptyProps {
  readonly isReading: boolean;
  readonly status: number;
}

function Empty({ isReading, status }: EmptyProps) {
  if (isReading) return <p className="body-note">The headers are there. The body comes …</p>;
  return (
    <p className="body-note">
      The body is empty{(status === 204 || status === 304) && `, as a ${status} has none`}.
    </p>
  );
}
