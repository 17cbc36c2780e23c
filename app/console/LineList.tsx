import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RequestListSnapshot } from '../requests/request-list';
import { Button } from '../ui/Button';
import { copyText } from '../ui/copy-text';
import { foldingOf, isOpen, viewOfRun } from './console-view';
import { textOfLine } from './copy-lines';
import { Line } from './Line';
import { type Move, moveOf, stopsOf } from './line-keys';
import { indexOfNumber, type VisibleLines } from './visible-lines';

interface LineListProps {
  readonly run: object;
  readonly visible: VisibleLines;
  readonly manyServices: boolean;
  readonly requests: RequestListSnapshot;
  readonly onSelectRequest: (request: string) => void;
}

/** Lines above and below those in sight, so that a quick scroll shows no gap. */
const OVERSCAN = 20;
/** CSS pixels: a line of one row, and how near to the end is at it. */
const ROW = 24;
const NEAR = 8;
/** CSS pixels, before the list is measured: few lines are drawn in vain, or too few. */
const FIRST_SIGHT = { width: 0, height: 20 * ROW };

/**
 * The lines, oldest first; only those in sight and those around them are in the page. Stays at the end
 * until it is scrolled away from it, else what is read stays where it is.
 */
export function LineList({ run, visible, manyServices, requests, onSelectRequest }: LineListProps) {
  const { lines, count } = visible;
  const { groups, unfolded } = useStore(viewOfRun(run));
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const folding = useMemo(() => {
    const { value, group } = foldingOf(run);
    // What is unfolded at the end is read from its beginning.
    const still = <Given,>(fold: (of: Given) => void) => {
      return (of: Given) => {
        setFollowing(false);
        fold(of);
      };
    };
    return { value: still(value), group: still(group) };
  }, [run]);
  const [active, setActive] = useState<number>();
  /** The line that gets the focus once it is in the page. */
  const awaited = useRef<number>(undefined);
  const reading = useRef({ number: 0, below: 0 });
  const activeIndex = active === undefined ? -1 : indexOfNumber(visible, active);
  const isActiveShown = active !== undefined && lines[activeIndex]?.number === active;

  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    // Begins at the end, or lines that nobody sees would be drawn first.
    initialOffset: () => count * ROW,
    initialRect: FIRST_SIGHT,
    getItemKey: useCallback((index: number) => lines[index]?.number ?? -index, [lines]),
    rangeExtractor: useCallback(
      // What has the focus has to stay in the page.
      (range: Range) => {
        const inRange = defaultRangeExtractor(range);
        if (!isActiveShown || inRange.includes(activeIndex)) return inRange;
        return [...inRange, activeIndex].sort((a, b) => a - b);
      },
      [isActiveShown, activeIndex],
    ),
  });
  const height = rows.getTotalSize();
  const room = rows.scrollRect?.height;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what makes the end lie elsewhere
  useLayoutEffect(() => {
    if (!box.current) return;
    if (following) box.current.scrollTop = box.current.scrollHeight;
    else if (isAtEnd(box.current)) setFollowing(true);
  }, [height, room]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what makes it jump there
  useLayoutEffect(() => {
    if (following && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [following, count]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list has its lines elsewhere
  useLayoutEffect(() => {
    const { number, below } = reading.current;
    const row = rows.measurementsCache[indexOfNumber(visible, number)];
    if (!following && row && box.current) box.current.scrollTop = row.start + below;
  }, [lines]);

  const focusAwaited = () => {
    if (awaited.current === undefined) return;
    const line = box.current?.querySelector<HTMLElement>(`[data-number="${awaited.current}"]`);
    if (!line) return;
    awaited.current = undefined;
    line.focus({ preventScroll: true });
  };

  useLayoutEffect(focusAwaited);

  const onScroll = () => {
    if (!box.current) return;
    const { scrollTop } = box.current;
    setFollowing(isAtEnd(box.current));
    const first = rows.getVirtualItemForOffset(scrollTop);
    const number = first && lines[first.index]?.number;
    if (first && number !== undefined) {
      reading.current = { number, below: scrollTop - first.start };
    }
  };

  const goTo = (index: number) => {
    const line = lines[Math.min(count - 1, Math.max(0, index))];
    if (!line) return;
    awaited.current = line.number;
    setActive(line.number);
    setFollowing(index >= count - 1);
    rows.scrollToIndex(Math.max(0, index), { align: 'auto' });
    focusAwaited();
  };

  const follow = (move: Move) => {
    switch (move.to) {
      case 'first':
        return goTo(0);
      case 'last':
        return goTo(count - 1);
      case 'inSight':
        return goTo(following ? count - 1 : indexOfNumber(visible, reading.current.number));
      case 'line':
        return goTo(move.index);
      case 'stop':
        move.element.focus();
        if (move.click) move.element.click();
    }
  };

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      const line = isActiveShown ? lines[activeIndex] : undefined;
      if (line && document.getSelection()?.isCollapsed !== false) void copyText(textOfLine(line));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveOf(event.key, event.target, stopsOf(event.currentTarget));
    if (!move) return;
    event.preventDefault();
    follow(move);
  };

  return (
    <div className="console-list">
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys move between what is in it */}
      <div
        ref={box}
        className="console-lines"
        role="log"
        aria-live="off"
        aria-label="Console"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        onWheel={({ deltaY }) => {
          // Lines that come at the same time must not pull it back.
          if (deltaY < 0 && box.current && box.current.scrollTop > 0) setFollowing(false);
        }}
        onKeyDown={press}
        onFocus={({ target }) => {
          const number = target.closest<HTMLElement>('[data-number]')?.dataset.number;
          if (number !== undefined) setActive(Number(number));
        }}
      >
        <div className="console-all" style={{ '--all-lines': `${height}px` }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            return (
              line && (
                <Line
                  key={key}
                  line={line}
                  index={index}
                  count={count}
                  top={start}
                  measure={rows.measureElement}
                  active={line.number === active}
                  open={isOpen(line, groups)}
                  unfolded={unfolded}
                  folding={folding}
                  showService={manyServices}
                  entry={line.request === undefined ? undefined : requests.find(line.request)}
                  onSelectRequest={onSelectRequest}
                />
              )
            );
          })}
        </div>
      </div>
      {!following && (
        <div className="console-newest">
          <Button onClick={() => setFollowing(true)}>Newest line</Button>
        </div>
      )}
    </div>
  );
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR;
}
