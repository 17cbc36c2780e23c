import type { RuntimeEvent } from '../../runtime-worker/index';
import { PAUSE } from '../timeline/layout';

/** ms: what happens so shortly before a run's first request was done for it. */
const LEAD = 100;

/**
 * The runs of a visit: what happened between one rest and the next. A run begins with a request that
 * comes when nothing is in flight, after a pause, or after a scenario was started.
 * @param starts ms, when scenarios were started, in order.
 * @returns the events of each, none empty, without the isolates that only ended in it.
 */
export function runsOf(
  events: readonly RuntimeEvent[],
  starts: readonly number[] = [],
): readonly (readonly RuntimeEvent[])[] {
  const inFlight = new Set<string>();
  const borders: number[] = [];
  let active = Number.NEGATIVE_INFINITY;
  for (const [index, event] of events.entries()) {
    if (event.type === 'request.began') {
      const start = starts.findLast((at) => at <= event.at && at > active);
      const paused = event.at - active > PAUSE;
      if (inFlight.size === 0 && (start !== undefined || paused)) {
        borders.push(firstSince(events, index, Math.max(start ?? event.at - LEAD, active)));
      }
      inFlight.add(event.request);
    }
    if (event.type === 'request.ended') inFlight.delete(event.request);
    if (isActivity(event)) active = event.at;
  }
  return borders
    .map((from, nth) => events.slice(nth === 0 ? 0 : from, borders[nth + 1]))
    .map(withoutIdlers);
}

function isActivity({ type }: RuntimeEvent): boolean {
  return type.startsWith('request.') || type.startsWith('waitUntil.');
}

/** The index of the first event before `index` that is not before `since`. */
function firstSince(events: readonly RuntimeEvent[], index: number, since: number): number {
  let first = index;
  while (first > 0 && (events[first - 1]?.at ?? since) > since) first -= 1;
  return first;
}

/** Leaves out isolates of which there is only to say that they ended. */
function withoutIdlers(events: readonly RuntimeEvent[]): readonly RuntimeEvent[] {
  const busy = new Set(events.flatMap(({ type, isolate }) => (ENDINGS.has(type) ? [] : [isolate])));
  return events.filter(({ isolate }) => busy.has(isolate));
}

const ENDINGS: ReadonlySet<RuntimeEvent['type']> = new Set([
  'isolate.condemned',
  'isolate.ended',
  'isolate.memory',
]);
