import { type ReactNode, type Ref, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { everything } from './follow';
import type { Frames } from './frames';
import { Legend } from './Legend';
import { Picture, type Shown } from './Picture';
import { createStance } from './stance';
import { TimelineTable } from './TimelineTable';
import { usePaced } from './use-paced';
import './timeline.css';

export interface TimelineProps {
  readonly frames: Frames;
  readonly selectedRequest?: string | undefined;
  readonly onSelectRequest?: (request: string) => void;
  /** More controls, beside those for moving about. */
  readonly tools?: ReactNode;
  /** What stands between the controls and the picture. */
  readonly above?: ReactNode;
  /** Drawn over the plot, in its coordinates. */
  readonly overlay?: ((shown: Shown) => ReactNode) | undefined;
  /** Always holds what the picture shows; `null` while there is the table in its place. */
  readonly shown?: Ref<Shown>;
}

/** ms between two renderings of the table, which nobody reads faster. */
const TABLE_PAUSE = 200;

/** What happened, at a glance: a lane for each isolate, with its requests as bars. */
export function Timeline(props: TimelineProps) {
  const { frames, selectedRequest, onSelectRequest, tools, above, overlay, shown } = props;
  // Another run is looked at anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frames are the run
  const stance = useMemo(createStance, [frames]);
  const frame = useSyncExternalStore(frames.subscribe, frames.current);
  const standing = useStore(stance);
  const [form, setForm] = useState<'picture' | 'table'>('picture');
  const { layout } = frame;
  const read = usePaced(frame, TABLE_PAUSE);

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
          {tools}
        </div>
      </div>
      {above}
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
          overlay={overlay}
          shown={shown}
        />
      )}
      <TimelineTable
        layout={read.layout}
        revision={read.revision}
        visible={form === 'table'}
        selectedRequest={selectedRequest}
        onSelectRequest={onSelectRequest}
      />
    </section>
  );
}
