import type {
  AbortCause,
  CondemnCause,
  ConsoleMethod,
  ErrorInfo,
  LogLevel,
  Position,
  RuntimeEvent,
  UncaughtKind,
  ValuePreviews,
} from '../../runtime-worker/index';
import { type View, viewOf } from '../events/live-view';

/** One line of the console. */
export interface ConsoleLine {
  /** 1, 2, 3 …: its number among the lines of the visit. */
  readonly number: number;
  readonly level: LogLevel;
  /** Who wrote it: the worker's code, or the runtime about what happened. */
  readonly by: 'worker' | 'runtime';
  readonly text: string;
  readonly service: string;
  readonly isolate: string;
  readonly generation: number;
  readonly request: string | undefined;
  /** 1, 2, 3 …: its request's number among those of the visit. */
  readonly requestNumber: number | undefined;
  readonly position: Position | undefined;
  /** What may be unfolded of it. */
  readonly values: ValuePreviews | undefined;
  /** Of a call that is none of a level's own. */
  readonly method: ConsoleMethod | undefined;
  /** Of `console.trace`. */
  readonly stack: string | undefined;
  /** The line that opened the innermost group it is in. */
  readonly group: ConsoleLine | undefined;
  /** In so many groups. */
  readonly depth: number;
}

export interface ConsoleSnapshot {
  /** Which run's lines they are: the same object as long as their numbers go on. */
  readonly run: object;
  /**
   * The newest lines in their order, at least 100,000 if there are so many. Grows in place: only the
   * first {@link kept} are the snapshot's.
   */
  readonly lines: readonly ConsoleLine[];
  readonly kept: number;
  readonly total: number;
  readonly errors: number;
  readonly counts: Readonly<Record<LogLevel, number>>;
  /** The worker services that they came from, in the order of their first lines. */
  readonly services: readonly string[];
  /** The newest generation of an isolate that a line came from. */
  readonly generations: number;
  /** What the worker's code wrote while it handled a request: the first 1000. */
  loggedBy(request: string): readonly ConsoleLine[];
}

/** How many lines are kept. */
const KEPT = 100_000;
/** Of those kept so many more are let come before the oldest go: a line costs the same however many there are. */
const SLACK = 0.1;

/** How many lines of a request are at hand for it. */
const KEPT_OF_REQUEST = 1000;

/** Groups deeper than this are in their parent. */
const DEEPEST_GROUP = 100;

const NOTHING_LOGGED: readonly ConsoleLine[] = [];

/** A line before it has its place among the others. */
type NewLine = Omit<ConsoleLine, 'number' | 'requestNumber' | 'group' | 'depth'>;

/**
 * What the code logged and the errors nobody caught, derived from the events.
 * @param most How many lines are kept.
 */
export function createConsoleLines(most = KEPT): View<ConsoleSnapshot> {
  const run = {};
  const services = new Set<string>();
  /** The open groups of each isolate, from the outermost. */
  const groups = new Map<string, ConsoleLine[]>();
  const byRequest = new Map<string, ConsoleLine[]>();
  const requestNumbers = new Map<string, number>();
  const counts = { debug: 0, log: 0, info: 0, warn: 0, error: 0 };
  let lines: ConsoleLine[] = [];
  let total = 0;
  let generations = 0;

  const append = (line: NewLine) => {
    total += 1;
    services.add(line.service);
    counts[line.level] += 1;
    generations = Math.max(generations, line.generation);
    const open = groups.get(line.isolate) ?? [];
    const added = {
      ...line,
      number: total,
      requestNumber: line.request === undefined ? undefined : requestNumbers.get(line.request),
      group: open.at(-1),
      depth: open.length,
    };
    lines.push(added);
    if (lines.length > most * (1 + SLACK)) forgetOldest();
    if (isGroup(line.method) && open.length < DEEPEST_GROUP) {
      groups.set(line.isolate, [...open, added]);
    }
    if (line.by === 'runtime' || line.request === undefined) return;
    const logged = byRequest.get(line.request);
    if (!logged) byRequest.set(line.request, [added]);
    else if (logged.length < KEPT_OF_REQUEST) logged.push(added);
  };

  const forgetOldest = () => {
    lines = lines.slice(-most);
    const oldest = lines[0]?.number ?? 0;
    for (const [request, logged] of byRequest) {
      if ((logged.at(-1)?.number ?? 0) < oldest) byRequest.delete(request);
    }
  };

  const add = (event: RuntimeEvent): boolean => {
    if (event.type === 'console' && event.method === 'groupEnd') {
      groups.set(event.isolate, (groups.get(event.isolate) ?? []).slice(0, -1));
      return false;
    }
    if (event.type === 'request.began') requestNumbers.set(event.request, requestNumbers.size + 1);
    if (event.type === 'isolate.ended') groups.delete(event.isolate);
    const added = linesOf(event);
    for (const line of added) append(line);
    return added.length > 0;
  };

  return viewOf(add, () => ({
    run,
    lines,
    kept: lines.length,
    total,
    errors: counts.error,
    counts: { ...counts },
    services: [...services],
    generations,
    loggedBy: (request) => byRequest.get(request) ?? NOTHING_LOGGED,
  }));
}

export function isGroup(method: ConsoleMethod | undefined): boolean {
  return method === 'group' || method === 'groupCollapsed';
}

function linesOf(event: RuntimeEvent): NewLine[] {
  if (event.type === 'startup.began') {
    return (event.warnings ?? []).map(({ message, position }) =>
      lineAbout(event, 'warn', message, position),
    );
  }
  const line = lineOf(event);
  return line ? [line] : [];
}

function lineOf(event: RuntimeEvent): NewLine | undefined {
  switch (event.type) {
    case 'log':
    case 'console':
      return {
        ...lineAbout(event, event.level, event.text, event.position),
        by: 'worker',
        values: event.values,
        ...(event.type === 'console' && { method: event.method, stack: event.stack }),
      };
    case 'startup.ended':
      return event.error && uncaught('Startup failed', event, event.error);
    case 'request.ended':
      // A failed startup is said once, by the startup, not again by each request that met it.
      if (event.outcome !== 'exception' || !event.error) return undefined;
      return uncaught('Uncaught', event, event.error);
    case 'waitUntil.ended':
      if (event.outcome !== 'exception' || !event.error) return undefined;
      return uncaught('Uncaught in waitUntil', event, event.error);
    case 'uncaught':
      return uncaught(UNCAUGHT[event.kind], event, event.error);
    case 'isolate.aborted':
      return lineAbout(event, 'error', `${ABORTED[event.cause]}${reasonOf(event.reason)}`);
    case 'isolate.condemned': {
      const text = CONDEMNED[event.cause];
      return text === undefined ? undefined : lineAbout(event, 'warn', text);
    }
    case 'isolate.delayed':
      return lineAbout(
        event,
        'warn',
        `The service aborts again and again: the startup of its fresh isolate waits ${Math.round(event.delay)} ms.`,
      );
    default:
      return undefined;
  }
}

const UNCAUGHT: Record<UncaughtKind, string> = {
  exception: 'Uncaught',
  rejection: 'Uncaught (in promise)',
  reported: 'Uncaught',
};

const ABORTED: Record<AbortCause, string> = {
  abortIsolate: 'Isolate aborted',
  exceededCpu: 'Isolate aborted: it exceeded its CPU limit',
  exceededMemory: 'Isolate aborted: it exceeded its memory limit',
  crashed: 'Isolate crashed',
  user: 'Isolate aborted',
  policy: 'Isolate ended with its process',
};

/** An edit condemns with every few letters typed, and is no news. */
const CONDEMNED: Record<CondemnCause, string | undefined> = {
  edit: undefined,
  exceededMemory: 'Isolate condemned: it exceeded its memory limit',
  policy: 'Isolate condemned: it called abortIsolate',
  user: 'Isolate condemned by hand',
};

function reasonOf(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`;
}

function lineAbout(
  event: RuntimeEvent,
  level: LogLevel,
  text: string,
  position?: Position,
): NewLine {
  const { service, isolate, generation } = event;
  const request = 'request' in event ? event.request : undefined;
  const none = { values: undefined, method: undefined, stack: undefined };
  return { level, by: 'runtime', text, service, isolate, generation, request, position, ...none };
}

function uncaught(what: string, event: RuntimeEvent, error: ErrorInfo) {
  return lineAbout(event, 'error', `${what}: ${textOf(error)}`, error.position);
}

/** With its causes and what it gathers below it. */
function textOf({ name, message, stack, cause, errors = [] }: ErrorInfo): string {
  return [
    stack ?? `${name}: ${message}`,
    ...(cause ? [`Caused by: ${textOf(cause)}`] : []),
    ...errors.map((error, index) => `Error ${index + 1} of ${errors.length}: ${textOf(error)}`),
  ].join('\n');
}
