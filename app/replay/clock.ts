import type { Span } from '../timeline/viewport';

/** Where a play head is: at rest, or moving since a moment of the wall clock. Times in ms. */
export interface Clock {
  /** On the clock of the events: where it rests, or where it began to move. */
  readonly head: number;
  /** ms of the run in a ms of the wall clock. */
  readonly rate: number;
  /** When it began to move, by the wall clock; `undefined` at rest. */
  readonly since: number | undefined;
}

/** An abort takes a millisecond: at the last of these, a tenth of a second. */
export const RATES = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] as const;

/** Where the head is now. It stops at the end of the run. */
export function headAt({ head, rate, since }: Clock, run: Span, wall: number): number {
  if (since === undefined) return head;
  return Math.min(run.to, head + Math.max(0, wall - since) * rate);
}

/** Whether it moves, and has not come to the end. */
export function isMoving(clock: Clock, run: Span, wall: number): boolean {
  return clock.since !== undefined && headAt(clock, run, wall) < run.to;
}

/** Moves on; from the begin of the run where it was at its end. */
export function playing(clock: Clock, run: Span, wall: number): Clock {
  const head = headAt(clock, run, wall);
  return { ...clock, head: head >= run.to ? run.from : head, since: wall };
}

export function paused(clock: Clock, run: Span, wall: number): Clock {
  return { ...clock, head: headAt(clock, run, wall), since: undefined };
}

/** Goes on at another rate from where it is. */
export function atRate(clock: Clock, run: Span, wall: number, rate: number): Clock {
  const { head, since } = paused(clock, run, wall);
  return { head, rate, since: clock.since === undefined ? since : wall };
}

/** The head somewhere else in the run; it moves on from there if it moved. */
export function sought(clock: Clock, run: Span, wall: number, head: number): Clock {
  return {
    ...clock,
    head: Math.min(run.to, Math.max(run.from, head)),
    since: clock.since === undefined ? undefined : wall,
  };
}
