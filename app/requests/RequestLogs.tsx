import type { ConsoleLine } from '../console/lines';
import { PlaceButton } from '../project/PlaceButton';
import { Scrolled } from './detail/Scrolled';
import { StackTrace } from './StackTrace';

interface RequestLogsProps {
  /** Oldest first. */
  readonly lines: readonly ConsoleLine[];
}

const LISTED = 20;
const LONGEST = 500;

/** What a request wrote to the console, and where in the code. */
export function RequestLogs({ lines }: RequestLogsProps) {
  return (
    <Scrolled label="Log lines">
      <ul className="request-logs">
        {lines.slice(0, LISTED).map(({ number, level, text, position }) => (
          <li key={number} className={`console-${level}`}>
            <span className="console-text">
              <StackTrace text={text.slice(0, LONGEST)} />
              {text.length > LONGEST && ' …'}
            </span>
            {position && <PlaceButton position={position} />}
          </li>
        ))}
      </ul>
      {lines.length > LISTED && <p className="muted">The first {LISTED} are listed.</p>}
    </Scrolled>
  );
}
