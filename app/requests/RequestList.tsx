import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { RequestRow } from './RequestRow';
import type { RequestListSnapshot } from './request-list';
import './RequestList.css';

interface RequestListProps {
  readonly requests: RequestListSnapshot;
  readonly selected: string | undefined;
  readonly onSelect: (request: string | undefined) => void;
}

/** Rows above and below those in sight, so that a quick scroll shows no gap. */
const OVERSCAN = 10;

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

/**
 * The requests of the visit, newest first; only the rows in sight and those around them are in the page.
 * Arrow keys move the selection, Escape drops it.
 */
export function RequestList({ requests, selected, onSelect }: RequestListProps) {
  const { total, manyServices } = requests;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [measure, rowHeight] = useHeight();
  const rowId = (request: string) => `${id}-${request}`;
  const entry = selected === undefined ? undefined : requests.find(selected);
  const active = entry && total - entry.number;

  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      // What `aria-activedescendant` names has to be in the page.
      (range: Range) => {
        const inRange = defaultRangeExtractor(range);
        return active === undefined || inRange.includes(active) ? inRange : [...inRange, active];
      },
      [active],
    ),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of another height lie elsewhere
  useLayoutEffect(() => rows.measure(), [rowHeight]);

  // What is being read stays where it is as newer requests come above it.
  const before = useRef(total);
  useLayoutEffect(() => {
    const more = total - before.current;
    before.current = total;
    if (list.current && list.current.scrollTop > 0) list.current.scrollTop += more * rowHeight;
  }, [total, rowHeight]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: newer requests move it, and leave the scroll alone
  useEffect(() => {
    if (active !== undefined) rows.scrollToIndex(active, { align: 'auto' });
  }, [selected]);

  const press = (event: KeyboardEvent) => {
    const from = active ?? -1;
    const moves: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + PAGE,
      PageUp: from - PAGE,
      Home: 0,
      End: total - 1,
    };
    const next = moves[event.key];
    if (event.key === 'Escape') onSelect(undefined);
    else if (next === undefined) return;
    else {
      const entry = requests.at(Math.min(total - 1, Math.max(0, next)));
      if (entry) onSelect(entry.request);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className="request-rows"
      data-services={manyServices ? 'many' : undefined}
      style={{ '--number-digits': String(total).length }}
      role="listbox"
      aria-label="Requests, newest first"
      aria-activedescendant={entry && rowId(entry.request)}
      tabIndex={0}
      onKeyDown={press}
    >
      <div ref={measure} className="request-row-measure" role="presentation" />
      <div
        className="request-rows-all"
        role="presentation"
        style={{ '--all-rows': `${rows.getTotalSize()}px` }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = requests.at(index);
          return (
            entry && (
              <RequestRow
                key={entry.request}
                id={rowId(entry.request)}
                entry={entry}
                top={start}
                total={total}
                showService={manyServices}
                parent={
                  entry.parent === undefined ? undefined : requests.find(entry.parent)?.number
                }
                selected={entry.request === selected}
                onSelect={onSelect}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The height of an element, in CSS pixels: the look of the page may change it. */
function useHeight() {
  const element = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(26);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(entry.contentRect.height);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, height] as const;
}
