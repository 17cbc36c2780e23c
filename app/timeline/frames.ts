import type { Runtime } from '../../runtime-worker/index';
import { createPace } from '../events/pace';
import { createLayout, type Layout } from './layout';
import type { Span } from './viewport';

/**
 * What one frame shows: the layout as it is by then, and the time that what goes on ends at. The next
 * frame may show another layout: a play head that goes back begins anew.
 */
export interface Frame {
  readonly layout: Layout;
  readonly revision: number;
  /** ms, on the clock of the events. */
  readonly now: number;
  /** What there is to see for someone who goes along; else it is the latest stretch of activity. */
  readonly span?: Span;
}

/** The frames of a run: one that goes on, or a recorded one. */
export interface Frames {
  current(): Frame;
  /** Calls back for each new frame. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** ms after the latest event when what hangs is drawn less often. */
const LIVELY = 5000;
const SLOW_FRAME = 200;

/**
 * At most one frame for each of the screen's, fewer where drawing one takes long, and only while
 * something goes on: at rest nothing runs. The list of events is read where it was left, so none is
 * missed or taken twice.
 */
export function createFrames(runtime: Pick<Runtime, 'events' | 'subscribe'>): Frames {
  const layout = createLayout();
  const listeners = new Set<() => void>();
  let taken = 0;
  let frame = take();
  let unsubscribe: (() => void) | undefined;
  const pace = createPace(next);

  function take(): Frame {
    const events = runtime.events();
    for (; taken < events.length; taken += 1) {
      const event = events[taken];
      if (event) layout.push(event);
    }
    return { layout, revision: layout.revision, now: performance.now() };
  }

  function next(): void {
    frame = take();
    if (layout.open > 0) {
      if (performance.now() - layout.until < LIVELY) pace.soon();
      else pace.later(SLOW_FRAME);
    }
    for (const listener of listeners) listener();
  }

  return {
    current: () => frame,
    subscribe(listener) {
      listeners.add(listener);
      if (!unsubscribe) {
        unsubscribe = runtime.subscribe(pace.soon);
        pace.soon();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = undefined;
        pace.stop();
      };
    },
  };
}
