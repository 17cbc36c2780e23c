import type { ErrorInfo, Position, RuntimeEvent } from '../../runtime-worker/index';
import { eventText } from '../events/event-name';
import { type View, viewOf } from '../events/live-view';

/** What happened at a line of the code. */
export interface RunMark {
  readonly file: string;
  readonly line: number;
  readonly kind: 'logged' | 'threw' | 'aborted';
  /** What stands at the line's end: one line of text. */
  readonly text: string;
  /** One line each about what it was: the requests, as the list of requests has them. */
  readonly details: readonly string[];
}

/** What the last run did, line by line. */
export interface RunMarks {
  /** 1, 2, 3 …: which run of the visit it is. */
  readonly run: number;
  readonly marks: readonly RunMark[];
}

/** ms without anything in flight after which the next request begins another run. */
const PAUSE = 1000;

/** So many requests are named. */
const NAMED = 8;

const LONGEST_REASON = 40;

type Kind = RunMark['kind'];

interface Line {
  readonly kind: Kind;
  readonly position: Position;
  times: number;
  readonly requests: Set<string>;
  /** What was said last: an error's name and message. */
  said: string;
  /** Of an abort: its reason, and the isolates that it ended. */
  reason: string | null;
  readonly isolates: Set<string>;
}

/**
 * What the last run did at the lines of the code, derived from the events: how many requests logged
 * there, what was thrown there, where `abortIsolate` was called and how many requests that ended.
 *
 * A run begins with a request that is fired when nothing is in flight and nothing has been for a second,
 * so that the pauses inside a scenario do not end it; and with the first request after an edit, whose
 * lines are others. What the code before the edit still does is not shown.
 */
export function createRunMarks(): View<RunMarks> {
  const lines = new Map<string, Line>();
  const names = new Map<string, string>();
  const inFlight = new Set<string>();
  const outdated = new Set<string>();
  /** Requests that aborts ended, by isolate. */
  const ended = new Map<string, number>();
  let quietSince = Number.NEGATIVE_INFINITY;
  let edited = false;
  let number = 0;
  let run = 1;

  const begin = () => {
    run += 1;
    edited = false;
    lines.clear();
    names.clear();
    ended.clear();
  };

  const note = (kind: Kind, position: Position, request: string | undefined): Line => {
    const key = `${kind} ${position.line} ${position.file}`;
    const line = lines.get(key) ?? {
      kind,
      position,
      times: 0,
      requests: new Set(),
      said: '',
      reason: null,
      isolates: new Set(),
    };
    lines.set(key, line);
    line.times += 1;
    if (request !== undefined) line.requests.add(request);
    return line;
  };

  const threw = (error: ErrorInfo | undefined, request: string | undefined): boolean => {
    if (!error?.position) return false;
    note('threw', error.position, request).said = `${error.name}: ${error.message}`;
    return true;
  };

  const add = (event: RuntimeEvent): boolean => {
    if (event.type === 'isolate.condemned' && event.cause === 'edit') {
      outdated.add(event.isolate);
      edited = true;
    }
    if (event.type === 'isolate.ended') outdated.delete(event.isolate);
    if (event.type === 'request.began') {
      const fresh = inFlight.size === 0 && event.at - quietSince > PAUSE;
      const begins = event.parent === undefined && (edited || fresh);
      if (begins) begin();
      number += 1;
      inFlight.add(event.request);
      names.set(event.request, `${number} ${eventText(event.event)}`);
      return begins;
    }
    if (event.type === 'request.ended') {
      inFlight.delete(event.request);
      if (inFlight.size === 0) quietSince = event.at;
    }
    return !outdated.has(event.isolate) && addToLines(event);
  };

  const addToLines = (event: RuntimeEvent): boolean => {
    switch (event.type) {
      case 'log':
        if (event.position) note('logged', event.position, event.request);
        return event.position !== undefined;
      case 'startup.ended':
        return threw(event.error, undefined);
      case 'uncaught':
        return threw(event.error, event.request);
      case 'waitUntil.ended':
        return event.outcome === 'exception' && threw(event.error, event.request);
      case 'request.ended':
        if (event.outcome === 'exception') return threw(event.error, event.request);
        if (event.outcome !== 'aborted') return false;
        ended.set(event.isolate, (ended.get(event.isolate) ?? 0) + 1);
        return true;
      case 'isolate.aborted': {
        if (event.cause !== 'abortIsolate' || !event.position) return false;
        const line = note('aborted', event.position, event.request);
        line.reason = event.reason;
        line.isolates.add(event.isolate);
        return true;
      }
      default:
        return false;
    }
  };

  const markOf = (line: Line): RunMark => {
    const { kind, position, requests } = line;
    const named = [...requests].slice(0, NAMED).map((request) => names.get(request) ?? request);
    if (requests.size > NAMED) named.push(`and ${count(requests.size - NAMED, 'more', 'more')}`);
    const details = kind === 'threw' ? [line.said, ...named] : named;
    return { file: position.file, line: position.line, kind, text: textOf(line), details };
  };

  const textOf = ({ kind, times, requests, said, reason, isolates }: Line): string => {
    const who = requests.size === 0 ? 'the startup' : count(requests.size, 'request', 'requests');
    if (kind === 'logged') {
      return times > requests.size && times > 1
        ? `${who} logged here, ${times.toLocaleString('en')} lines`
        : `${who} logged here`;
    }
    if (kind === 'threw') return `${cut(said)} · ${who}`;
    const lost = [...isolates].reduce((sum, isolate) => sum + (ended.get(isolate) ?? 0), 0);
    const call = `abortIsolate(${reason === null ? '' : `"${cut(reason)}"`})`;
    const how = times === 1 ? call : `${call}, ${times.toLocaleString('en')} times`;
    return `${how} · ended ${count(lost, 'request', 'requests')}`;
  };

  return viewOf(add, () => ({ run, marks: [...lines.values()].map(markOf) }));
}

function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON - 1)}…` : line;
}
