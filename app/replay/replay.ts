import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { type ConsoleSnapshot, createConsoleLines } from '../console/lines';
import type { LiveView, View } from '../events/live-view';
import { createPace } from '../events/pace';
import { createRequestList, type RequestListSnapshot } from '../requests/request-list';
import { everything } from '../timeline/follow';
import type { Frame, Frames } from '../timeline/frames';
import { createLayout } from '../timeline/layout';
import type { Span } from '../timeline/viewport';
import type { Recording } from '../trace/recording';
import { atRate, type Clock, headAt, isMoving, paused, playing, sought } from './clock';
import { happenedBy, momentAfter, momentBefore } from './moments';
import { windowAround } from './window';

/** A recorded run, shown as it was at its play head. */
export interface Replay {
  readonly recording: Recording;
  /** From its first event to its last. */
  readonly run: Span;
  readonly frames: Frames;
  readonly requests: LiveView<RequestListSnapshot>;
  readonly consoleLines: LiveView<ConsoleSnapshot>;
  readonly clock: StoreApi<Clock>;
  play(): void;
  pause(): void;
  setRate(rate: number): void;
  /** Puts the head at a time of the run. With `still`, the picture does not go along. */
  seek(at: number, how?: { readonly still: boolean }): void;
  /** Pauses at the next or the previous moment at which something happened. */
  step(to: 'next' | 'previous'): void;
  /** Shows all of the run, as it was at its end. */
  showAll(): void;
}

const FIRST_RATE = 0.1;

/** Opens a run at its end, with everything in sight. @throws where it has no event. */
export function createReplay(recording: Recording): Replay {
  const { events } = recording;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new Error('A run without events cannot be shown.');
  const run = { from: first.at, to: last.at };
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const clock = createStore<Clock>()(() => ({ head: run.to, rate: FIRST_RATE, since: undefined }));
  const listeners = new Set<() => void>();
  let told = nothingTold(recording);
  let whole = true;
  let held: Span | undefined;
  const pace = createPace(show);
  let frame = take();

  function take(): Frame {
    const state = clock.getState();
    const wall = performance.now();
    const moving = isMoving(state, run, wall);
    const head = headAt(state, run, wall);
    const count = happenedBy(events, head);
    if (count < told.count) told = nothingTold(recording);
    told.take(events.slice(told.count, count));
    const reduced = motion.matches;
    // Where motion is to be little, bars grow only when something happens.
    const now = reduced && moving ? (events[count - 1]?.at ?? head) : head;
    const around = () => windowAround(run, now, state.rate, reduced ? 'reduced' : 'full');
    const span = held ?? (whole ? everything(told.layout, now) : around());
    return { layout: told.layout, revision: told.layout.revision, now, span };
  }

  function show(): void {
    frame = take();
    for (const listener of listeners) listener();
    const state = clock.getState();
    const wall = performance.now();
    if (isMoving(state, run, wall)) pace.soon();
    else if (state.since !== undefined) clock.setState(paused(state, run, wall), true);
  }

  function change(by: (clock: Clock, run: Span, wall: number) => Clock): void {
    whole = false;
    held = undefined;
    move(by);
  }

  function move(by: (clock: Clock, run: Span, wall: number) => Clock): void {
    clock.setState(by(clock.getState(), run, performance.now()), true);
    show();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      // Nobody looks any more: it is not to go on behind the scenes.
      if (listeners.size === 0) clock.setState(paused(clock.getState(), run, performance.now()));
    };
  }

  return {
    recording,
    run,
    frames: { current: () => frame, subscribe },
    requests: { snapshot: () => told.requests.snapshot(), subscribe },
    consoleLines: { snapshot: () => told.lines.snapshot(), subscribe },
    clock,
    play: () => change(playing),
    pause: () => change(paused),
    setRate: (rate) => change((clock, run, wall) => atRate(clock, run, wall, rate)),
    seek(at, how) {
      const to = (clock: Clock, run: Span, wall: number) => sought(clock, run, wall, at);
      if (!how?.still) {
        change(to);
        return;
      }
      held ??= frame.span;
      move(to);
    },
    step: (to) =>
      change((clock, run, wall) => {
        const still = paused(clock, run, wall);
        const moment = to === 'next' ? momentAfter : momentBefore;
        return sought(still, run, wall, moment(events, still.head) ?? still.head);
      }),
    showAll() {
      held = undefined;
      whole = true;
      move((clock, run, wall) => sought(paused(clock, run, wall), run, wall, run.to));
    },
  };
}

/** Views of what was told of a run so far. */
function nothingTold({ order }: Recording) {
  const layout = createLayout(order);
  const requests: View<RequestListSnapshot> = createRequestList();
  const lines: View<ConsoleSnapshot> = createConsoleLines();
  let count = 0;
  return {
    layout,
    requests,
    lines,
    get count() {
      return count;
    },
    take(events: readonly RuntimeEvent[]) {
      for (const event of events) {
        layout.push(event);
        requests.add(event);
        lines.add(event);
      }
      count += events.length;
    },
  };
}
