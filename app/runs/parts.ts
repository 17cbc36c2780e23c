import type { RuntimeEvent } from '../../runtime-worker/index';
import { connectionWasCut } from '../events/connection-lost';

/**
 * The parts of a run that have nothing to do with each other, as a scenario under each policy: services
 * that call each other are one part. One part where all do.
 * @returns by name, in order of their first event, the events of each.
 */
export function partsOf(
  events: readonly RuntimeEvent[],
): ReadonlyMap<string, readonly RuntimeEvent[]> {
  const heads = headsOf(events);
  const parts = new Map<string, RuntimeEvent[]>();
  for (const event of events) {
    const name = heads(event.service);
    const part = parts.get(name) ?? [];
    parts.set(name, part);
    part.push(event);
  }
  return parts;
}

/** Gives for a service the one that leads to it by subrequests, or itself. */
function headsOf(events: readonly RuntimeEvent[]): (service: string) => string {
  const callers = new Map<string, string>();
  const served = new Map<string, string>();
  const head = (service: string): string => {
    let found = service;
    for (let next = callers.get(found); next !== undefined; next = callers.get(found)) found = next;
    return found;
  };
  for (const event of events) {
    if (event.type !== 'request.began') continue;
    served.set(event.request, event.service);
    const caller = event.parent === undefined ? undefined : served.get(event.parent);
    if (caller === undefined) continue;
    const [above, below] = [head(caller), head(event.service)];
    if (above !== below) callers.set(below, above);
  }
  return head;
}

/** What `abortIsolate` did in a run, in the words of the policies; `undefined` where it was not called. */
export function policySeen(events: readonly RuntimeEvent[]): string | undefined {
  const seen = new Set<string>();
  const callers = new Set<string>();
  for (const event of events) {
    if (event.type === 'isolate.condemned' && event.cause === 'policy') seen.add('condemn');
    if (event.type === 'isolate.aborted' && event.cause === 'abortIsolate') {
      callers.add(event.request ?? '');
    }
    if (event.type === 'request.ended' && callers.has(event.request)) {
      seen.add(connectionWasCut(event) ? 'process' : 'abort');
    }
  }
  return seen.size === 0 ? undefined : [...seen].join(', ');
}
