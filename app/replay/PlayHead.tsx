import { type PointerEvent, useRef } from 'react';
import { zoomOf } from '../look/zoom';
import type { Shown } from '../timeline/Picture';
import { timeAt, xOf } from '../timeline/viewport';
import type { Replay } from './replay';

interface PlayHeadProps {
  readonly replay: Replay;
  readonly shown: Shown;
}

/** A line across the picture where the replay is. Its handle on the axis is dragged; the keyboard has the slider. */
export function PlayHead({ replay, shown }: PlayHeadProps) {
  const plot = useRef<HTMLDivElement>(null);
  const { view, frame, scrollTop } = shown;
  const x = xOf(view, frame.now);
  const height = `calc(var(--timeline-axis) + ${shown.height}px)`;

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    replay.seek(timeAt(view, (event.clientX - box.left) / zoomOf(event.currentTarget)), {
      still: true,
    });
  };

  if (!(x >= 0 && x <= view.width)) return null;
  return (
    <div ref={plot} className="replay-plot" style={{ top: scrollTop, height }} aria-hidden="true">
      <div className="replay-head" style={{ transform: `translateX(${x}px)` }}>
        <div
          className="replay-handle"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            replay.pause();
          }}
          onPointerMove={drag}
          onLostPointerCapture={() => replay.seek(frame.now)}
        />
      </div>
    </div>
  );
}
