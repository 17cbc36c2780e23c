import type {
  AbortCause,
  CondemnCause,
  ErrorInfo,
  LogLevel,
  Position,
  RuntimeEvent,
  UncaughtKind,
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
  readonly generation: number;
  readonly request: string | undefined;
  readonly position: Position | undefined;
}

export interface ConsoleSnapshot {
  /** The newest lines in their order: at most {@link KEPT} of each level. */
  readonly lines: readonly ConsoleLine[];
  readonly total: number;
  readonly errors: number;
  /** Whether they came from more than one worker service. */
  readonly manyServices: boolean;
}

/** How many lines of a level are kept. */
export const KEPT = 500;

/** What the code logged and the errors nobody caught, derived from the events. */
export function createConsoleLines(): View<ConsoleSnapshot> {
  const byLevel = new Map<LogLevel, ConsoleLine[]>();
  const services = new Set<string>();
  let total = 0;
  let errors = 0;

  const append = (line: Omit<ConsoleLine, 'number'>) => {
    total += 1;
    services.add(line.service);
    if (line.level === 'error') errors += 1;
    const lines = byLevel.get(line.level) ?? [];
    byLevel.set(line.level, lines);
    lines.push({ ...line, number: total });
    if (lines.length > 2 * KEPT) lines.splice(0, lines.length - KEPT);
  };

  const add = (event: RuntimeEvent): boolean => {
    const lines = linesOf(event);
    for (const line of lines) append(line);
    return lines.length > 0;
  };

  return viewOf(add, () => ({
    lines: [...byLevel.values()]
      .flatMap((lines) => lines.slice(-KEPT))
      .sort((a, b) => a.number - b.number),
    total,
    errors,
    manyServices: services.size > 1,
  }));
}

function linesOf(event: RuntimeEvent): Omit<ConsoleLine, 'number'>[] {
  if (event.type === 'startup.began') {
    return (event.warnings ?? []).map(({ message, position }) =>
      lineAbout(event, 'warn', message, position),
    );
  }
  const line = lineOf(event);
  return line ? [line] : [];
}

function lineOf(event: RuntimeEvent): Omit<ConsoleLine, 'number'> | undefined {
  switch (event.type) {
    case 'log':
    case 'console':
      if (event.type === 'console' && event.method === 'groupEnd') return undefined;
      return { ...lineAbout(event, event.level, event.text, event.position), by: 'worker' };
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
): Omit<ConsoleLine, 'number'> {
  const { service, generation } = event;
  const request = 'request' in event ? event.request : undefined;
  return { level, by: 'runtime', text, service, generation, request, position };
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
