import { useEffect, useMemo, useState } from 'react';
import { Segments } from '../ui/Segments';
import { HexView } from './HexView';
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
  const url = useObjectUrl(bytes, kind.image);
  const isImage = kind.image !== undefined && unreadable !== bytes;

  return (
    <div className="binary-view">
      <div className="binary-line">
        <p>
          <span className="binary-kind">{kind.name}</span>
          <span>{sizeText(bytes.length)}</span>
          {isImage && look === 'image' && pixels && <span>{pixels}</span>}
          {kind.image !== undefined && !isImage && <span>which this browser cannot show</span>}
        </p>
        {isImage && <Segments label="Show as" options={LOOKS} value={look} onChange={setLook} />}
      </div>
      {isImage && look === 'image' ? (
        <div className="binary-image">
          {url && (
            // biome-ignore lint/a11y/noNoninteractiveElementInteractions: nobody acts on it, it says how it loaded
            <img
              src={url}
              alt={name}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setPixels(`${naturalWidth} × ${naturalHeight} pixels`)
              }
              onError={() => setUnreadable(bytes)}
            />
          )}
        </div>
      ) : (
        <HexView label={`Bytes of ${name}`} bytes={bytes} />
      )}
    </div>
  );
}

/** A URL of the bytes as long as they are shown. Of an image, in which nothing runs, and of nothing else. */
function useObjectUrl(bytes: Uint8Array<ArrayBuffer>, type: string | undefined) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (type === undefined) return;
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [bytes, type]);
  return url;
}
