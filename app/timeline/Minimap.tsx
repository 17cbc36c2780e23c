import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useSize } from '../ui/use-size';
import { densityOf } from './density';
import { everything } from './follow';
import type { Frame } from './frames';
import { type StanceStore, viewportOf } from './stance';
import { usePaced } from './use-paced';
import { usePalette } from './use-palette';
import type { Span } from './viewport';
import './Minimap.css';

interface MinimapProps {
  readonly frame: Frame;
  readonly stance: StanceStore;
}

/** CSS pixels. */
const COLUMN = 2;
const HEIGHT = 26;
/** So high is what went wrong at least, so that it is seen. */
const LEAST = 3;

/** ms between two drawings: one costs what there is of the whole run. */
const PAUSE = 250;

/** The whole run, and which part of it the picture shows. Drag to look elsewhere. */
export function Minimap({ frame, stance }: MinimapProps) {
  const map = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, density } = useSize(map);
  const palette = usePalette(map);
  const standing = useStore(stance);
  const drawn = usePaced(frame, PAUSE);
  const whole = everything(frame.layout, frame.now);
  const view = viewportOf(standing, frame, width);
  /** ms from the left end of the view to where it was grabbed. */
  const grabbed = useRef<number>(undefined);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !palette || width === 0) return;
    element.width = Math.round(width * density);
    element.height = Math.round(HEIGHT * density);
    context.scale(density, density);
    const { layout, now } = drawn;
    const columns = densityOf(layout, everything(layout, now), Math.ceil(width / COLUMN), now);
    const most = columns.reduce((most, { requests }) => Math.max(most, requests), 1);
    // A pixel more, for where the screen has no whole pixels for a column.
    const wide = COLUMN + 1 / density;
    for (const [index, { requests, failed, aborted }] of columns.entries()) {
      // A root, so that a single request still shows beside a burst.
      const height = Math.sqrt(requests / most) * (HEIGHT - 6);
      context.fillStyle = palette.ok;
      context.fillRect(index * COLUMN, HEIGHT - height, wide, height);
      if (failed > 0) {
        const part = Math.max(height * failed, LEAST);
        context.fillStyle = palette.aborted;
        context.fillRect(index * COLUMN, HEIGHT - part, wide, part);
      }
      if (!aborted) continue;
      context.fillStyle = palette.abortLine;
      context.fillRect(index * COLUMN, 0, COLUMN, HEIGHT);
    }
  }, [drawn, palette, width, density]);

  const look = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = whole.from + ((event.clientX - box.left) / box.width) * (whole.to - whole.from);
    const inView = at >= view.from && at <= view.to;
    grabbed.current ??= inView ? at - view.from : (view.to - view.from) / 2;
    const from = at - grabbed.current;
    const span: Span = { from, to: from + view.to - view.from };
    stance.setState({ kind: 'still', span }, true);
  };

  const left = shareOf(whole, view.from);
  const right = shareOf(whole, view.to);
  return (
    <div
      className="timeline-minimap"
      ref={map}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grabbed.current = undefined;
        look(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) look(event);
      }}
    >
      <canvas ref={canvas} style={{ height: HEIGHT }} />
      <div
        className="timeline-minimap-view"
        style={{ left: `${left * 100}%`, width: `${Math.max(right - left, 0.004) * 100}%` }}
      />
    </div>
  );
}

/** Where a time is in a span: 0 at its begin or before, 1 at its end or after. */
function shareOf({ from, to }: Span, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}
