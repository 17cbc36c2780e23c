import { Download, Search, WrapText } from 'lucide-react';
import { useStore } from 'zustand';
import { sizeText } from '../../bytes/kind';
import { download } from '../../ui/download';
import { IconButton } from '../../ui/IconButton';
import { PanelButton } from '../../ui/PanelButton';
import { Segments } from '../../ui/Segments';
import type { ReceivedResponse } from '../responses';
import { bodyFileName } from './body-file-name';
import { bodySettings, chooseLook, toggleWrapping } from './body-settings';
import { CopyList } from './CopyList';
import { type ContentType, decoderFor } from './content-type';
import { CopyButton, CopySaid, useCopying } from './copying';
import type { Look, Looks } from './looks';

interface BodyBarProps {
  readonly response: ReceivedResponse;
  readonly contentType: ContentType;
  readonly url: string | undefined;
  readonly looks: Looks;
  readonly look: Look;
  readonly onFind: () => void;
}

const NAMES: Record<Look, string> = {
  json: 'JSON',
  html: 'HTML',
  image: 'Image',
  text: 'Text',
  hex: 'Hex',
};

/** What can be done with a body: other looks, find, wrap, copy, save. */
export function BodyBar({ response, contentType, url, looks, look, onFind }: BodyBarProps) {
  const { bytes, headers, received } = response;
  const wraps = useStore(bodySettings, (state) => state.wraps);
  const { copied, copy } = useCopying();
  const [own] = looks;
  const isCut = received > bytes.length;
  const saves = isCut ? `Download the first ${sizeText(bytes.length)}` : 'Download the body';

  return (
    <div className="body-bar">
      <Segments
        label="Show the body as"
        options={looks.map((value) => ({ value, name: NAMES[value] }))}
        value={look}
        onChange={(look) => chooseLook(own, look)}
      />
      <span className="body-tools">
        {look === 'text' && (
          <>
            <IconButton name="Wrap long lines" aria-pressed={wraps} onClick={toggleWrapping}>
              <WrapText size={15} aria-hidden="true" />
            </IconButton>
            <IconButton name="Find in the body" title="Find in the body (Ctrl+F)" onClick={onFind}>
              <Search size={15} aria-hidden="true" />
            </IconButton>
          </>
        )}
        <CopyButton label="Copy the body" text={() => decoderFor(contentType).decode(bytes)} />
        <PanelButton label="Copy as" look="bar" width={220}>
          {(close) => (
            <CopyList
              response={response}
              contentType={contentType}
              onCopy={(text) => {
                copy(text);
                close();
              }}
            />
          )}
        </PanelButton>
        <IconButton
          name={saves}
          onClick={() => download(bodyFileName(url, contentType.type, headers), new Blob([bytes]))}
        >
          <Download size={15} aria-hidden="true" />
        </IconButton>
        <CopySaid copied={copied} />
      </span>
    </div>
  );
}
