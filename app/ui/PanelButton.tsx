import { type ReactNode, useId, useRef, useState } from 'react';
import './PanelButton.css';
import { zoomOf } from '../look/zoom';

interface PanelButtonProps {
  /** What the button and its panel are called. */
  readonly label: string;
  readonly title?: string;
  /** CSS pixels, where the window has so many. */
  readonly width: number;
  /** `bar`: like the small buttons beside it, whose look its surroundings give. */
  readonly look?: 'plain' | 'bar';
  /** What the panel holds, made anew at each opening. @param close puts the panel away. */
  readonly children: (close: () => void) => ReactNode;
}

/** CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** A button that opens a panel over the page, below it or where there is more room. */
export function PanelButton({ label, title, width, look = 'plain', children }: PanelButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [opening, setOpening] = useState(0);

  const place = () => {
    const box = button.current?.getBoundingClientRect();
    const { style } = panel.current ?? {};
    if (!button.current || !box || !style) return;
    const zoom = zoomOf(button.current);
    const room = { width: window.innerWidth / zoom, height: window.innerHeight / zoom };
    const [top, right, bottom] = [box.top / zoom, box.right / zoom, box.bottom / zoom];
    const wide = Math.min(width, room.width - 2 * EDGE);
    const below = room.height - bottom;
    const above = top > below;
    style.width = `${wide}px`;
    style.left = `${Math.max(EDGE, Math.min(right, room.width - EDGE) - wide)}px`;
    style.top = above ? 'auto' : `${bottom + GAP}px`;
    style.bottom = above ? `${room.height - top + GAP}px` : 'auto';
    style.maxHeight = `${(above ? top : below) - GAP - EDGE}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={look === 'plain' ? 'button panel-button' : 'panel-button'}
        aria-haspopup="dialog"
        popoverTarget={id}
        title={title}
      >
        {label}
        <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
          <path d="M1.5 3.5 5 7l3.5-3.5" />
        </svg>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="panel"
        tabIndex={-1}
        onBeforeToggle={({ newState }) => {
          if (newState !== 'open') return;
          place();
          setOpening((before) => before + 1);
        }}
        onToggle={({ newState }) => {
          if (newState === 'open') panel.current?.focus();
        }}
      >
        {opening > 0 && <div key={opening}>{children(() => panel.current?.hidePopover())}</div>}
      </div>
    </>
  );
}
