import { useMemo } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { createFrames } from './frames';
import { Timeline } from './Timeline';

interface TimelinePaneProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly selectedRequest: string | undefined;
  readonly onSelectRequest: (request: string) => void;
}

/** The timeline of the live run. */
export function TimelinePane({ runtime, selectedRequest, onSelectRequest }: TimelinePaneProps) {
  const frames = useMemo(() => createFrames(runtime), [runtime]);
  return (
    <Timeline frames={frames} selectedRequest={selectedRequest} onSelectRequest={onSelectRequest} />
  );
}
