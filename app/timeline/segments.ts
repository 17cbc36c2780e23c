import type { RequestBar } from './layout';

/** A stretch of a request's bar, by what the request was doing. */
export interface Segment {
  readonly kind: 'waiting' | 'handling' | 'body' | 'waitUntil';
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a bar, one after the other and without gaps: waiting for the startup, in the
 * handler until it responded, its body, and what `waitUntil` kept going after that.
 * @param now ms, where a request that has not ended ends for now.
 */
export function segmentsOf(bar: RequestBar, now: number): readonly Segment[] {
  const end = endOf(bar, now);
  const bodyEnd = bar.bodyEnded?.at ?? end;
  const marks: readonly (readonly [Segment['kind'], number | undefined])[] = [
    ['waiting', bar.began],
    ['handling', bar.handledAt],
    ['body', bar.responded?.at],
    ['waitUntil', bar.waitUntil.length > 0 && bar.responded ? bodyEnd : undefined],
  ];
  const reached = marks.flatMap(([kind, at]) => (at === undefined ? [] : [{ kind, at }]));
  return reached.flatMap(({ kind, at }, index) => {
    const from = Math.min(at, end);
    const to = Math.min(reached[index + 1]?.at ?? end, end);
    return to > from || reached.length === 1 ? [{ kind, from, to }] : [];
  });
}

/**
 * When `waitUntil` tasks ran beside the response: from the first task's begin until the bar's own
 * `waitUntil` stretch takes over.
 */
export function besideResponse(bar: RequestBar, now: number): Omit<Segment, 'kind'> | undefined {
  const first = bar.waitUntil[0];
  if (!first) return undefined;
  const end = endOf(bar, now);
  const responseEnd = bar.responded ? (bar.bodyEnded?.at ?? end) : end;
  const tasksEnd = bar.waitUntil.reduce((at, task) => Math.max(at, task.ended?.at ?? end), 0);
  const to = Math.min(responseEnd, tasksEnd);
  return to > first.began ? { from: first.began, to } : undefined;
}

/** ms at which the bar ends: for a request in flight, `now`. */
export function endOf(bar: RequestBar, now: number): number {
  return bar.ended?.at ?? Math.max(now, bar.began);
}
