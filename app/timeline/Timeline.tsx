import { useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Runtime } from '../../runtime-worker/index';
import { everything } from './follow';
import { createFrames } from './frames';
import { Legend } from './Legend';
import { Picture } from './Picture';
import { createStance } from './stance';
import { TimelineTable } from './TimelineTable';
import './timeline.css';

export interface TimelineProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly selectedRequest?: string | undefined;
  readonly onSelectRequest?: (request: string) => void;
}

/** What happened, at a glance: a lane for each isolate, with its requests as bars. */
export function Timeline({ runtime, selectedRequest, onSelectRequest }: TimelineProps) {
  const { frames, stance } = useMemo(
    () => ({ frames: createFrames(runtime), stance: createStance() }),
    [runtime],
  );
  const frame = useSyncExternalStore(frames.subscribe, frames.current);
  const standing = useStore(stance);
  const [form, setForm] = useState<'picture' | 'table'>('picture');
  const { layout } = frame;

  const fit = () => {
    const { layout, now } = frames.current();
    stance.setState({ kind: 'still', span: everything(layout, now) }, true);
  };

  return (
    <section className="timeline" aria-label="Timeline" data-form={form}>
      <div className="timeline-bar">
        <Legend />
        <div className="timeline-buttons">
          <button
            type="button"
            onClick={fit}
            title="Everything since the first event (double click)"
          >
            Fit
          </button>
          <button
            type="button"
            aria-pressed={standing.kind === 'following'}
            onClick={() => stance.setState({ kind: 'following' }, true)}
            title="Go along with what happens"
          >
            Follow
          </button>
          <button
            type="button"
            aria-pressed={form === 'table'}
            onClick={() => setForm(form === 'table' ? 'picture' : 'table')}
            title="The same as a table"
          >
            Table
          </button>
        </div>
      </div>
      {layout.services.length === 0 && (
        <p className="timeline-empty">
          Send a request, or run the story: every isolate gets a lane here.
        </p>
      )}
      {form === 'picture' && (
        <Picture
          frames={frames}
          frame={frame}
          stance={stance}
          selectedRequest={selectedRequest}
          onSelectRequest={onSelectRequest}
          onFit={fit}
        />
      )}
      <TimelineTable
        layout={layout}
        revision={frame.revision}
        visible={form === 'table'}
        selectedRequest={selectedRequest}
        onSelectRequest={onSelectRequest}
      />
    </section>
  );
}
