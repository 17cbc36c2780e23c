import {
  type ReactNode,
  type Ref,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import { FilterField } from './FilterField';
import { countMatches, matcherOf, NO_FILTER, nextMatch } from './filter';
import { everything } from './follow';
import type { Frames } from './frames';
import type { Wish } from './keys';
import { Legend } from './Legend';
import { MarkedLine } from './MarkedLine';
import { Minimap } from './Minimap';
import { Picture, type Shown } from './Picture';
import { createStance, viewportOf } from './stance';
import { TimelineTable } from './TimelineTable';
import { usePaced } from './use-paced';
import { type Span, withMargin } from './viewport';
import './timeline.css';

export interface TimelineProps {
  readonly frames: Frames;
  readonly selectedRequest?: string | undefined;
  readonly onSelectRequest?: (request: string) => void;
  /** Counts the scenarios that were started: whoever starts one wants to see it. */
  readonly started?: number;
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
  const { started = 0 } = props;
  // Another run is looked at anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frames are the run
  const stance = useMemo(createStance, [frames]);
  const frame = useSyncExternalStore(frames.subscribe, frames.current);
  const standing = useStore(stance);
  const [form, setForm] = useState<'picture' | 'table'>('picture');
  const { layout } = frame;
  const read = usePaced(frame, TABLE_PAUSE);

  const [filter, setFilter] = useState(NO_FILTER);
  const matches = useMemo(() => matcherOf(filter), [filter]);
  const [marked, setMarked] = useState<Span>();
  const find = useRef<HTMLInputElement>(null);
  const picture = useRef<HTMLElement>(null);
  // The layout grows in place: a frame of its own says that it did.
  const found = useMemo(() => countMatches(read.layout, matches), [read, matches]);

  const follow = () => stance.setState({ kind: 'following' }, true);

  useEffect(() => {
    if (started > 0) stance.setState({ kind: 'following' }, true);
  }, [started, stance]);

  const goToMatch = (direction: 'forward' | 'back') => {
    const bar = nextMatch(frames.current().layout, matches, selectedRequest, direction);
    if (bar) onSelectRequest?.(bar.request);
  };

  const grant = (wish: Wish) => {
    switch (wish.kind) {
      case 'show':
        stance.setState({ kind: 'still', span: wish.span }, true);
        return;
      case 'select':
        onSelectRequest?.(wish.bar.request);
        return;
      case 'fit':
        showAll();
        return;
      case 'follow':
        follow();
        return;
      case 'find':
        find.current?.focus();
        return;
      case 'mark': {
        const { from, to } = viewportOf(stance.getState(), frames.current(), 1);
        setMarked({ from, to });
        return;
      }
      case 'unmark':
        setMarked(undefined);
    }
  };

  const showAll = () => {
    const { layout, now } = frames.current();
    stance.setState({ kind: 'still', span: everything(layout, now) }, true);
  };

  return (
    <section className="timeline" aria-label="Timeline" data-form={form}>
      <div className="timeline-bar">
        <Legend />
        <div className="timeline-tools">
          <FilterField
            filter={filter}
            onFilter={setFilter}
            found={found}
            onNext={goToMatch}
            onLeave={() => picture.current?.focus()}
            input={find}
          />
          <div className="timeline-buttons">
            <button
              type="button"
              onClick={showAll}
              title="Everything since the first event (double click, or F)"
            >
              Fit
            </button>
            <button
              type="button"
              aria-pressed={standing.kind === 'following'}
              onClick={follow}
              title="Go along with what happens (L)"
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
      </div>
      {above}
      {marked && (
        <MarkedLine
          layout={read.layout}
          now={read.now}
          marked={marked}
          onZoom={() => stance.setState({ kind: 'still', span: withMargin(marked) }, true)}
          onClear={() => setMarked(undefined)}
        />
      )}
      {form === 'picture' && layout.began !== undefined && (
        <Minimap frame={frame} stance={stance} />
      )}
      {layout.services.length === 0 && (
        <p className="timeline-empty">
          Send a request, or run a scenario: every isolate gets a lane here.
        </p>
      )}
      {form === 'picture' && (
        <Picture
          frames={frames}
          frame={frame}
          stance={stance}
          selectedRequest={selectedRequest}
          onSelectRequest={onSelectRequest}
          scroller={picture}
          matches={matches}
          marked={marked}
          onMark={setMarked}
          onWish={grant}
          onFit={showAll}
          overlay={overlay}
          shown={shown}
        />
      )}
      <TimelineTable
        layout={read.layout}
        revision={read.revision}
        visible={form === 'table'}
        matches={matches}
        selectedRequest={selectedRequest}
        onSelectRequest={onSelectRequest}
      />
    </section>
  );
}
