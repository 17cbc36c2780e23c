import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './Splitter.css';

interface SplitterProps {
  readonly label: string;
  /** `vertical`: a line from top to bottom, moved sideways. */
  readonly orientation: 'vertical' | 'horizontal';
  /** How much of the container is before the line, in percent. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Asked, by Enter, to hide a pane beside it. */
  readonly onHide: () => void;
}

const MIN = 20;
const MAX = 80;
const STEP = 2;

/** The line between two panes, moved by pointer or arrow keys, Enter hides (WAI-ARIA's window splitter). */
export function Splitter({ label, orientation, value, onChange, onHide }: SplitterProps) {
  const line = useRef<HTMLDivElement>(null);
  const vertical = orientation === 'vertical';

  const set = (next: number) => onChange(Math.min(MAX, Math.max(MIN, Math.round(next * 10) / 10)));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (!box) return;
    set(
      vertical
        ? ((event.clientX - box.left) / box.width) * 100
        : ((event.clientY - box.top) / box.height) * 100,
    );
  };

  const press = (event: KeyboardEvent) => {
    const [less, more] = vertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) set(value - STEP);
    else if (event.key === more) set(value + STEP);
    else if (event.key === 'Home') set(MIN);
    else if (event.key === 'End') set(MAX);
    else if (event.key === 'Enter') onHide();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved has no element of its own
    <div
      ref={line}
      className={`splitter splitter-${orientation}`}
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
