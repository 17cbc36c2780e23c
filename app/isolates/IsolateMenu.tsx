import { lazy, Suspense, useId, useRef, useState } from 'react';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { IsolateRuntime } from './isolate-runtime';
import './IsolateMenu.css';

const IsolatePanel = lazy(async () => {
  const { IsolatePanel } = await import('./IsolatePanel');
  return { default: IsolatePanel };
});

/** CSS pixels. */
const WIDTH = 366;
const GAP = 6;
const EDGE = 8;

/** How isolates are run, and what can be done to one by hand: a button and its popover. */
export function IsolateMenu({ runtime }: { readonly runtime: IsolateRuntime }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // Counts openings: each reads the settings anew.
  const [opening, setOpening] = useState(0);

  const place = () => {
    const box = button.current?.getBoundingClientRect();
    const { style } = panel.current ?? {};
    if (!box || !style) return;
    const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE);
    style.width = `${width}px`;
    style.left = `${Math.max(EDGE, Math.min(box.right, window.innerWidth - EDGE) - width)}px`;
    style.top = `${box.bottom + GAP}px`;
    style.maxHeight = `calc(100dvh - ${box.bottom + GAP + EDGE}px)`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button isolate-menu"
        aria-haspopup="dialog"
        popoverTarget={id}
      >
        Isolate
        <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
          <path d="M1.5 3.5 5 7l3.5-3.5" />
        </svg>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Isolate"
        className="isolate-panel"
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
        <UnlessUnloadable instead="This could not be loaded. Reload the page to try again.">
          <Suspense>
            {opening > 0 && (
              <IsolatePanel
                key={opening}
                runtime={runtime}
                onDone={() => panel.current?.hidePopover()}
              />
            )}
          </Suspense>
        </UnlessUnloadable>
      </div>
    </>
  );
}
