import * as v from 'valibot';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { schemaOfEvent } from './event-schema';
import type { Recording } from './recording';
import { TraceError } from './trace-error';

/*
 * Isolab's own format of a recorded run. Version 1; what it wrote is read for ever:
 *
 *     { "format": "isolab-trace", "version": 1, "name": …, "clockBegan": …, "events": [ … ] }
 */

const FORMAT = 'isolab-trace';
const VERSION = 1;

/** A run of 200,000 requests has about so many. */
export const MOST_EVENTS = 1_000_000;

/** More than any project has, and few enough to be listed. */
const MOST_SERVICES = 1000;

/** Events checked in one go: some 10 ms, so that the page stays alive. */
const AT_ONCE = 5000;

const Head = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const VersionOne = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  clockBegan: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15)),
  events: v.array(v.unknown()),
});

/** A recorded run as data for JSON. */
export function traceOf({ name, clockBegan, events }: Recording) {
  return { format: FORMAT, version: VERSION, name: name.slice(0, 200), clockBegan, events };
}

/** Whether something that JSON gave is meant to be a trace of Isolab's own format. */
export function claimsToBeTrace(data: unknown): boolean {
  return v.is(v.object({ format: v.literal(FORMAT) }), data);
}

/**
 * Reads what {@link traceOf} gave, of any version so far. Everything is checked.
 * @param file its name, for the messages.
 * @throws TraceError
 */
export async function readTrace(file: string, data: unknown): Promise<Recording> {
  const head = v.safeParse(Head, data);
  if (!head.success) throw wrong(file, '', head.issues);
  const { version } = head.output;
  if (version > VERSION) {
    throw new TraceError(
      `${file} was exported by a newer Isolab (format ${version}; this one reads up to ${VERSION}). Reload the page to get the newest, then open the file again.`,
    );
  }
  const whole = v.safeParse(VersionOne, data);
  if (!whole.success) throw wrong(file, '', whole.issues);
  const { name, clockBegan, events } = whole.output;
  if (events.length === 0) {
    throw new TraceError(`${file} is a trace in which nothing happened: it has no events.`);
  }
  if (events.length > MOST_EVENTS) {
    throw new TraceError(
      `${file} has ${count(events.length)} events; at most ${count(MOST_EVENTS)} can be shown. Export a shorter run.`,
    );
  }
  return { name, clockBegan, events: await checkedEvents(file, events) };
}

async function checkedEvents(
  file: string,
  events: readonly unknown[],
): Promise<readonly RuntimeEvent[]> {
  const checked: RuntimeEvent[] = [];
  const begun = new Set<string>();
  const services = new Set<string>();
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, each] of events.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    const result = v.safeParse(schemaOfEvent(each), each);
    if (!result.success) throw wrong(file, `events[${index}]`, result.issues);
    const event = result.output;
    if (event.at < before) {
      throw broken(file, `events[${index}].at`, 'it is earlier than the event before it');
    }
    before = event.at;
    if (event.type === 'request.began') {
      if (begun.has(event.request)) {
        throw broken(file, `events[${index}].request`, 'a request of this id began before');
      }
      begun.add(event.request);
    }
    services.add(event.service);
    if (services.size > MOST_SERVICES) {
      throw broken(file, `events[${index}].service`, `more than ${MOST_SERVICES} worker services`);
    }
    checked.push(event);
  }
  return checked;
}

function wrong(
  file: string,
  place: string,
  [issue]: readonly [v.BaseIssue<unknown>, ...unknown[]],
): TraceError {
  const path = v.getDotPath(issue);
  const where = [place, path].filter((each) => each).join('.');
  return broken(file, where === '' ? 'its top level' : where, issue.message);
}

function broken(file: string, where: string, what: string): TraceError {
  return new TraceError(
    `${file} is not a trace that Isolab wrote. At ${where}: ${what.slice(0, 300)}. Export the run again and open that file.`,
  );
}

function count(number: number): string {
  return number.toLocaleString('en');
}
