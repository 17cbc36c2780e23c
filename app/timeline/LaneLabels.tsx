import { memo } from 'react';
import type { LanePlace } from './geometry';
import { madeInWords, plain, stateInWords } from './words';

interface LaneLabelsProps {
  readonly places: readonly LanePlace[];
  /** Changes when what the labels say does. */
  readonly shape: number;
}

/** Which isolate a lane is, why it was made and what became of it. */
export const LaneLabels = memo(function LaneLabels({ places }: LaneLabelsProps) {
  return (
    <ol className="timeline-labels">
      {places.map(({ lane, top, height }) => (
        <li
          key={lane.isolate}
          style={{ top, height }}
          data-aborted={lane.aborted ? '' : undefined}
          data-gone={lane.endedAt === undefined ? undefined : ''}
        >
          <div>
            <span className="timeline-lane-name">
              <bdi>{plain(lane.service)}</bdi> · generation {lane.generation}
            </span>
            <span className="timeline-lane-cause">{madeInWords(lane)}</span>
            <span className="timeline-lane-state">
              <bdi>{stateInWords(lane)}</bdi>
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
});
