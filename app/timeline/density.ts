import { type Layout, lanesOf } from './layout';
import { endOf } from './segments';
import type { Span } from './viewport';

/** What there is of a run in one column of the minimap. */
export interface Column {
  /** Requests under way. */
  readonly requests: number;
  /** Of the requests that ended, 0 to 1: how many did otherwise than well. */
  readonly failed: number;
  /** An isolate was destroyed. */
  readonly aborted: boolean;
}

/** A run at a glance: `columns` equal parts of the span. Costs the number of requests. */
export function densityOf(
  layout: Layout,
  { from, to }: Span,
  columns: number,
  now: number,
): readonly Column[] {
  // Differences: each request adds one where it begins and takes it away after its end.
  const changes = new Int32Array(columns + 1);
  const ended = new Uint32Array(columns);
  const failed = new Uint32Array(columns);
  const aborted = new Uint8Array(columns);
  const columnOf = (at: number) =>
    Math.min(columns - 1, Math.max(0, Math.floor(((at - from) / (to - from)) * columns)));
  for (const lane of lanesOf(layout)) {
    if (lane.aborted) aborted[columnOf(lane.aborted.at)] = 1;
    for (const bar of lane.bars.values()) {
      const [first, last] = [columnOf(bar.began), columnOf(endOf(bar, now))];
      changes[first] = (changes[first] ?? 0) + 1;
      changes[last + 1] = (changes[last + 1] ?? 0) - 1;
      if (!bar.ended) continue;
      ended[last] = (ended[last] ?? 0) + 1;
      if (bar.ended.outcome !== 'ok') failed[last] = (failed[last] ?? 0) + 1;
    }
  }
  let requests = 0;
  return Array.from({ length: columns }, (_, column) => {
    requests += changes[column] ?? 0;
    const share = (failed[column] ?? 0) / Math.max(1, ended[column] ?? 0);
    return { requests, failed: share, aborted: aborted[column] === 1 };
  });
}
