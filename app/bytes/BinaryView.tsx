import { useMemo, useState } from 'react';
import { Segments } from '../ui/Segments';
import { HexView } from './HexView';
import { ImageView } from './ImageView';
import { kindOf, sizeText } from './kind';
import './BinaryView.css';

interface BinaryViewProps {
  /** Path of the file. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Look = 'image' | 'bytes';

const LOOKS = [
  { value: 'image', name: 'Image' },
  { value: 'bytes', name: 'Bytes' },
] as const;

/** A binary file as what it is: an image as an image, all else as its bytes. */
export default function BinaryView({ name, bytes }: BinaryViewProps) {
  const kind = useMemo(() => kindOf(bytes), [bytes]);
  const [look, setLook] = useState<Look>('image');
  const [unreadable, setUnreadable] = useState<Uint8Array>();
  const [pixels, setPixels] = useState<string>();
  const image = unreadable === bytes ? undefined : kind.image;

  return (
    <div className="binary-view">
      <div className="binary-line">
        <p>
          <span className="binary-kind">{kind.name}</span>
          <span>{sizeText(bytes.length)}</span>
          {image && look === 'image' && pixels && <span>{pixels}</span>}
          {kind.image !== undefined && !image && <span>which this browser cannot show</span>}
        </p>
        {image && <Segments label="Show as" options={LOOKS} value={look} onChange={setLook} />}
      </div>
      {image && look === 'image' ? (
        <ImageView
          bytes={bytes}
          type={image}
          name={name}
          onShown={(width, height) => setPixels(`${width} × ${height} pixels`)}
          onUnreadable={() => setUnreadable(bytes)}
        />
      ) : (
        <HexView label={`Bytes of ${name}`} bytes={bytes} />
      )}
    </div>
  );
}
