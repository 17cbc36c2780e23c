import { zoomOf } from '../look/zoom';
import { type Pinch, panned, pinched, type Span, type Viewport, zoomed } from './viewport';

/** What the pointer and the wheel ask for. Coordinates are CSS pixels from the plot's upper left. */
export interface GestureHandlers {
  /** The viewport as it is now. */
  view(): Viewport;
  show(span: Span): void;
  scrollBy(dy: number): void;
  fit(): void;
  click(x: number, y: number): void;
  hover(x: number, y: number): void;
  leave(): void;
  /** From one place to another, in either order. */
  mark(from: number, to: number): void;
}

/** How much a notch of a wheel zooms, and the pinch of a trackpad (which comes as small steps). */
const WHEEL_ZOOM = 0.0018;
const PINCH_ZOOM = 0.012;

/** Pixels that the pointer may move in a click. */
const CLICK_SLACK = 4;

const LINE_HEIGHT = 16;

/**
 * Wheel: zoom at the pointer; sideways: pan; with Shift: scroll. Drag: pan; with Shift: mark. Two fingers: zoom
 * and pan. Double click: fit.
 * Returns how to stop listening.
 */
export function listenForGestures(plot: HTMLElement, on: GestureHandlers): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let drag:
    | { readonly marksFrom: number | undefined; x: number; y: number; moved: boolean }
    | undefined;

  /** Where each finger on a touch screen is. */
  const fingers = new Map<number, number>();

  const position = (event: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    const zoom = zoomOf(plot);
    return { x: (event.clientX - box.left) / zoom, y: (event.clientY - box.top) / zoom };
  };

  plot.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1;
      const dx = event.deltaX * unit;
      const dy = event.deltaY * unit;
      if (event.shiftKey) on.scrollBy(dy || dx);
      else if (Math.abs(dx) > Math.abs(dy)) on.show(panned(on.view(), -dx));
      else {
        const factor = Math.exp(dy * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM));
        on.show(zoomed(on.view(), factor, position(event).x));
      }
    },
    { passive: false, signal },
  );

  plot.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      const at = position(event);
      if (event.pointerType === 'touch') fingers.set(event.pointerId, at.x);
      if (fingers.size > 1) {
        drag = undefined;
        return;
      }
      drag = { ...at, moved: false, marksFrom: event.shiftKey ? at.x : undefined };
    },
    { signal },
  );

  plot.addEventListener(
    'pointermove',
    (event) => {
      const { x, y } = position(event);
      if (fingers.has(event.pointerId)) {
        const before = pinchOf(fingers);
        fingers.set(event.pointerId, x);
        const after = pinchOf(fingers);
        if (before && after) {
          on.show(pinched(on.view(), before, after));
          return;
        }
      }
      if (!drag) {
        on.hover(x, y);
        return;
      }
      const dx = x - drag.x;
      const dy = y - drag.y;
      if (!drag.moved && Math.hypot(dx, dy) < CLICK_SLACK) return;
      if (!drag.moved) {
        plot.setPointerCapture(event.pointerId);
        // What is marked must not slide away below the pointer.
        on.show(on.view());
      }
      drag = { ...drag, x, y, moved: true };
      on.leave();
      if (drag.marksFrom !== undefined) {
        on.mark(drag.marksFrom, x);
        return;
      }
      on.show(panned(on.view(), dx));
      // A finger scrolls by itself (touch-action: pan-y).
      if (event.pointerType === 'mouse') on.scrollBy(-dy);
    },
    { signal },
  );

  plot.addEventListener(
    'pointerup',
    (event) => {
      const { x, y } = position(event);
      fingers.delete(event.pointerId);
      if (drag && !drag.moved) on.click(x, y);
      drag = undefined;
    },
    { signal },
  );

  plot.addEventListener(
    'pointercancel',
    (event) => {
      fingers.delete(event.pointerId);
      drag = undefined;
    },
    { signal },
  );
  plot.addEventListener('pointerleave', () => on.leave(), { signal });
  plot.addEventListener('dblclick', () => on.fit(), { signal });
  return () => listening.abort();
}

function pinchOf(fingers: ReadonlyMap<number, number>): Pinch | undefined {
  const [x, other] = fingers.values();
  return x === undefined || other === undefined ? undefined : [x, other];
}
