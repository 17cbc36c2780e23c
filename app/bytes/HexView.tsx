import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useSize } from '../ui/use-size';
import { hexLine } from './hex-lines';
import './HexView.css';

interface HexViewProps {
  /** What the bytes are, for those who cannot see where they stand. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** CSS pixels; the height of a line is the same in the stylesheet. */
const LINE_HEIGHT = 20;
const ROOM_FOR_SIXTEEN = 600;

/** Bytes as hex editors show them. Only what is in sight is drawn, so it may be megabytes. */
export function HexView({ label, bytes }: HexViewProps) {
  const view = useRef<HTMLElement>(null);
  const { width } = useSize(view);
  const length = width >= ROOM_FOR_SIXTEEN ? 16 : 8;
  const lines = useVirtualizer({
    count: Math.ceil(bytes.length / length),
    getScrollElement: () => view.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too
    <section ref={view} className="hex-view" aria-label={label} tabIndex={0}>
      <div className="hex-lines" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const line = hexLine(bytes, index * length, length);
          return (
            <pre key={index} className="hex-line" style={{ top: start }}>
              <span className="hex-offset">{line.offset}</span>
              {`  ${line.hex}  `}
              <span className="hex-text">{line.text}</span>
            </pre>
          );
        })}
      </div>
      {bytes.length === 0 && <p className="hex-empty">No bytes.</p>}
    </section>
  );
}
