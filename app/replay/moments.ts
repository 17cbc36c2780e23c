import type { RuntimeEvent } from '../../runtime-worker/index';

/** How many of the events, which are in order of time, have happened at a time. */
export function happenedBy(events: readonly RuntimeEvent[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When something happens next after a time; `undefined` after the last event. */
export function momentAfter(events: readonly RuntimeEvent[], at: number): number | undefined {
  return events[happenedBy(events, at)]?.at;
}

/** When something happened last before a time; `undefined` before the first event. */
export function momentBefore(events: readonly RuntimeEvent[], at: number): number | undefined {
  let index = happenedBy(events, at) - 1;
  while (index >= 0 && (events[index]?.at ?? at) >= at) index -= 1;
  return events[index]?.at;
}

/** What happened last at a time or before it: the events of one moment. */
export function latestMoment(events: readonly RuntimeEvent[], at: number): readonly RuntimeEvent[] {
  const end = happenedBy(events, at);
  const moment = events[end - 1]?.at;
  let first = end;
  while (first > 0 && events[first - 1]?.at === moment) first -= 1;
  return events.slice(first, end);
}
