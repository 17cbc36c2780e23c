import type { Tick } from './viewport';

/** Time since the visit's first event. */
export function Axis({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-ticks">
        {ticks.map(({ at, x, label }) => (
          <span key={at} style={{ transform: `translateX(${x}px)` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
