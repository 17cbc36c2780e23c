import { useObjectUrl } from './use-object-url';
import './ImageView.css';

interface ImageViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The MIME type of an image. */
  readonly type: string;
  /** What it is, for those who cannot see it. */
  readonly name: string;
  /** It is shown, and so large. */
  readonly onShown: (width: number, height: number) => void;
  /** The browser cannot show it. */
  readonly onUnreadable: () => void;
}

/** An image, only ever as an `<img>`: whatever is in an SVG, nothing of it runs or is loaded. */
export function ImageView({ bytes, type, name, onShown, onUnreadable }: ImageViewProps) {
  const url = useObjectUrl(bytes, type);
  return (
    <div className="image-view">
      {url && (
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: nobody acts on it, it says how it loaded
        <img
          src={url}
          alt={name}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            onShown(naturalWidth, naturalHeight)
          }
          onError={onUnreadable}
        />
      )}
    </div>
  );
}
