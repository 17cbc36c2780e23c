import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Found } from './find-text';
import type { TextRows } from './text-rows';
import './TextView.css';

interface TextViewProps {
  readonly rows: TextRows;
  /** How many of the rows there are now. */
  readonly count: number;
  readonly wraps: boolean;
  readonly found: readonly Found[];
  /** The place that is looked at. */
  readonly current: Found | undefined;
  /** The whole text, for who copies all of it. */
  readonly whole: () => string;
}

/** CSS pixels; the height of a line is the same in the stylesheet. */
const LINE_HEIGHT = 18;

/** Rows above and below those in sight. */
const OVERSCAN = 30;

const NOTHING: readonly Found[] = [];

/** Text of any length: only the rows in sight are in the page. */
export function TextView({ rows, count, wraps, found, current, whole }: TextViewProps) {
  const view = useRef<HTMLElement>(null);
  const isAllMarked = useRef(false);
  const foundIn = useMemo(() => Map.groupBy(found, ({ row }) => row), [found]);
  const list = useVirtualizer({
    count,
    getScrollElement: () => view.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: wrapped rows have other heights
  useEffect(() => list.measure(), [wraps]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list stands is no reason to move it
  useEffect(() => {
    if (current) list.scrollToIndex(current.row, { align: 'center' });
  }, [current]);

  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'a') return;
    event.preventDefault();
    if (!view.current) return;
    window.getSelection()?.selectAllChildren(view.current);
    isAllMarked.current = true;
  };

  const copy = (event: ClipboardEvent) => {
    if (!isAllMarked.current) return;
    event.clipboardData.setData('text/plain', whole());
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: it can be marked and copied as a whole
    <section
      ref={view}
      className="text-view"
      aria-label="The body as text"
      data-wrap={wraps || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too
      tabIndex={0}
      style={{ '--digits': String(Math.max(2, String(rows.lines).length)) }}
      onKeyDown={press}
      onPointerDown={() => {
        isAllMarked.current = false;
      }}
      onCopy={copy}
    >
      <div className="text-rows" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={list.measureElement}
            data-index={index}
            className="text-row"
            style={{ transform: `translateY(${start}px)` }}
          >
            <span className="text-number" aria-hidden="true">
              {rows.line(index)}
            </span>
            <span className="text-content">
              <Marked
                text={rows.text(index)}
                found={foundIn.get(index) ?? NOTHING}
                current={current}
              />
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly found: readonly Found[];
  readonly current: Found | undefined;
}

function Marked({ text, found, current }: MarkedProps) {
  let end = 0;
  const parts = found.flatMap((place) => {
    const before = text.slice(end, place.from);
    end = Math.min(place.to, text.length);
    return [
      before,
      <mark key={place.from} data-current={place === current || undefined}>
        {text.slice(place.from, end)}
      </mark>,
    ];
  });
  return [...parts, text.slice(end)];
}
