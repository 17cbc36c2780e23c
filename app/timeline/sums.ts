import { barsOf, type Layout, lanesOf, type RequestBar } from './layout';
import { endOf } from './segments';
import type { Span } from './viewport';

/** What happened in a span of time. */
export interface Sums {
  /** Requests that were under way at some time in it. */
  readonly requests: number;
  /** Of these: ended well in it, ended otherwise in it, and not over when it was. */
  readonly ok: number;
  readonly failed: number;
  readonly inFlight: number;
  /** Isolates that were destroyed in it, and those that started. */
  readonly aborts: number;
  readonly startups: number;
  /** ms, of the requests that ended in it; `undefined` where none did. */
  readonly median: number | undefined;
  readonly longest: number | undefined;
}

/** Costs the number of requests. @param now ms, where a request in flight ends for now */
export function sumsOf(layout: Layout, { from, to }: Span, now: number): Sums {
  const within = (at: number | undefined) => at !== undefined && at >= from && at <= to;
  const lanes = lanesOf(layout);
  const under = barsOf(layout).filter((bar) => bar.began <= to && endOf(bar, now) >= from);
  const ended = under.filter((bar) => within(bar.ended?.at));
  const ok = ended.filter((bar) => bar.ended?.outcome === 'ok').length;
  const took = ended.map(durationOf).sort((a, b) => a - b);
  return {
    requests: under.length,
    ok,
    failed: ended.length - ok,
    inFlight: under.length - ended.length,
    aborts: lanes.filter(({ aborted }) => within(aborted?.at)).length,
    startups: lanes.filter(({ startup }) => within(startup?.began)).length,
    median: took[Math.floor((took.length - 1) / 2)],
    longest: took.at(-1),
  };
}

function durationOf({ began, ended }: RequestBar): number {
  return (ended?.at ?? began) - began;
}
