import type { Size } from '../ui/use-size';
import type { Hit } from './geometry';
import { laneFacts, nameOf, plain, requestFacts } from './words';
import './Tip.css';

interface TipProps {
  readonly hit: Hit;
  /** Where the pointer is in the window, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** The window. */
  readonly room: Size;
  /** ms, what times are counted from. */
  readonly origin: number;
  readonly now: number;
}

/** CSS pixels between pointer and tooltip. */
const DISTANCE = 14;

/** Everything about what the pointer is on. It keeps to the side of the pointer that has more room. */
export function Tip({ hit, x, y, room, origin, now }: TipProps) {
  const toLeft = x > room.width / 2;
  const toTop = y > room.height / 2;
  return (
    <div
      className="timeline-tip"
      role="tooltip"
      style={{
        ...(toLeft ? { right: room.width - x + DISTANCE } : { left: x + DISTANCE }),
        ...(toTop ? { bottom: room.height - y + DISTANCE } : { top: y + DISTANCE }),
      }}
    >
      <strong>
        <bdi>
          {hit.kind === 'request'
            ? nameOf(hit.bar.event)
            : `${plain(hit.lane.service)} · generation ${hit.lane.generation}`}
        </bdi>
      </strong>
      <dl>
        {(hit.kind === 'request'
          ? requestFacts(hit.bar, origin, now)
          : laneFacts(hit.lane, origin)
        ).map(({ term, value }) => (
          <div key={term} className="timeline-tip-fact">
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
