import type { RuntimeEvent } from '../../runtime-worker/index';
import type { Recording } from '../trace/recording';

/**
 * Several runs as one, on one scale: each begins its first request at the same time. The services of the
 * nth are called `A · …`, `B · …`, so they stand one under the other.
 */
export function alongside(recordings: readonly Recording[]): Recording {
  const runs = recordings.filter(({ events }) => events.length > 0);
  const leads = runs.map(({ events }) => firstRequest(events) - (events[0]?.at ?? 0));
  const start = Math.max(0, ...leads);
  const events = runs.flatMap((recording, index) => {
    const by = start - firstRequest(recording.events);
    return recording.events.map((event) => moved(event, by, letter(index)));
  });
  return {
    name: runs.map(({ name }, index) => `${letter(index)}: ${name}`).join(', '),
    clockBegan: runs[0]?.clockBegan ?? 0,
    order: [...new Set(events.map(({ service }) => service))],
    // Sorting keeps the order of what happened at one time.
    events: events.toSorted((a, b) => a.at - b.at),
  };
}

/** When its first request began; where there was none, when it began. */
function firstRequest(events: readonly RuntimeEvent[]): number {
  const request = events.find(({ type }) => type === 'request.began');
  return (request ?? events[0])?.at ?? 0;
}

/** The same event at another time, of things that are named apart from those of other runs. */
function moved(event: RuntimeEvent, by: number, run: string): RuntimeEvent {
  const of = (id: string) => `${run}/${id}`;
  const common = {
    at: event.at + by,
    service: `${run} · ${event.service}`,
    isolate: of(event.isolate),
  };
  if (event.type === 'request.began' && event.parent !== undefined) {
    return { ...event, ...common, request: of(event.request), parent: of(event.parent) };
  }
  if ('request' in event && event.request !== undefined) {
    return { ...event, ...common, request: of(event.request) };
  }
  return { ...event, ...common };
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
