import * as v from 'valibot';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { visitorsStorage } from '../embed/visitors-storage';

export const PANES = ['editor', 'run', 'timeline'] as const;
export type Pane = (typeof PANES)[number];

export const PANE_NAMES: Record<Pane, string> = {
  editor: 'Editor',
  run: 'Requests and console',
  timeline: 'Timeline',
};

export type RunView = 'requests' | 'console' | 'scenario';

const Kept = v.object({
  /** Percent of the width that the editor takes beside the requests. */
  editorWidth: v.fallback(v.pipe(v.number(), v.minValue(20), v.maxValue(80)), 46),
  /** Percent of the height that is above the timeline. */
  topHeight: v.fallback(v.pipe(v.number(), v.minValue(20), v.maxValue(80)), 58),
  /** Panes of which only the name shows. */
  hidden: v.fallback(v.array(v.picklist(PANES)), []),
});

interface LayoutState extends v.InferOutput<typeof Kept> {
  /** What the pane of requests shows. */
  readonly view: RunView;
}

/** Where the panes are and which of them show; kept for the next visit, where the browser lets it. */
export const layout = createStore<LayoutState>()(
  persist((): LayoutState => ({ ...v.parse(Kept, {}), view: 'requests' }), {
    name: 'isolab:layout',
    storage: visitorsStorage<v.InferOutput<typeof Kept>>(),
    partialize: ({ editorWidth, topHeight, hidden }) => ({ editorWidth, topHeight, hidden }),
    merge: (kept, now) => ({ ...now, ...v.parse(Kept, kept ?? {}) }),
  }),
);

/** Hides a pane, or shows it again. */
export function togglePane(pane: Pane): void {
  const { hidden } = layout.getState();
  layout.setState({
    hidden: hidden.includes(pane) ? hidden.filter((each) => each !== pane) : [...hidden, pane],
  });
}

/** Shows a pane, if it is hidden. */
export function showPane(pane: Pane): void {
  if (layout.getState().hidden.includes(pane)) togglePane(pane);
}

/** Shows the requests, the console, or the scenario. */
export function showRunView(view: RunView): void {
  showPane('run');
  layout.setState({ view });
}

/** The panes as they are on a first visit. */
export function resetLayout(): void {
  layout.setState(v.parse(Kept, {}));
}
