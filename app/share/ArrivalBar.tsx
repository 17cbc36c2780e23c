import { X } from 'lucide-react';
import { useState } from 'react';
import { useLiveView } from '../events/live-view';
import type { Playground } from '../playground';
import { useProject } from '../project/context';
import { IconButton } from '../ui/IconButton';
import type { Arrival } from './sharing';
import './ArrivalBar.css';

interface ArrivalBarProps {
  readonly arrival: Arrival;
  readonly playground: Playground;
}

/** Says that the project came from a link, until something of it was run. */
export function ArrivalBar({ arrival, playground }: ArrivalBarProps) {
  const open = useProject((state) => state.opening === arrival.opening);
  // It changes with each request.
  useLiveView(playground.requests);
  const [putAway, setPutAway] = useState(false);
  if (!open || putAway || hasRun(playground, arrival.at)) return null;
  return (
    <div className="arrival-bar" role="status">
      <p>A link brought this project. Nothing of it has run: it runs when you send a request.</p>
      <IconButton name="Put away" onClick={() => setPutAway(true)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function hasRun({ runtime }: Playground, since: number): boolean {
  const last = runtime.events().findLast(({ type }) => type === 'request.began');
  return last !== undefined && last.at >= since;
}
