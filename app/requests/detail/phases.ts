import type { IsolateStart, RequestEntry } from '../request-list';

/** A stretch of a request's life. */
export interface Phase {
  readonly kind: 'queued' | 'delayed' | 'startup' | 'handler' | 'body' | 'waitUntil';
  /** ms since the page opened. */
  readonly from: number;
  /** `undefined`: it goes on. */
  readonly to: number | undefined;
}

/**
 * The stretches of a request's life, one after the other and without gaps. Before its handler is called
 * it is held back with its isolate, waits for the startup, or queues; then it is in the handler until it
 * responded, then its body comes, then `waitUntil` goes on.
 * @param start Of the isolate that handles it.
 */
export function phasesOf(entry: RequestEntry, start: IsolateStart): readonly Phase[] {
  const { beganAt, handledAt, respondedAt, bodyEndedAt, progress } = entry;
  const end = progress.kind === 'ended' ? beganAt + progress.duration : undefined;
  const handled = handledAt ?? respondedAt;
  const phases: Phase[] = [...waitOf(beganAt, handled ?? end, start)];
  const marks: readonly (readonly [Phase['kind'], number | undefined])[] = [
    ['handler', handled],
    ['body', respondedAt],
    ['waitUntil', respondedAt === undefined ? undefined : bodyEndedAt],
  ];
  const reached = marks.flatMap(([kind, from]) => (from === undefined ? [] : [{ kind, from }]));
  for (const [index, { kind, from }] of reached.entries()) {
    const to = reached[index + 1]?.from ?? end;
    // Nothing goes on after the body but `waitUntil`, and most requests have none: they only end.
    const isOver = kind === 'waitUntil' && (to === undefined ? !isWaiting(entry) : to - from < 1);
    if (!isOver) phases.push({ kind, from, to });
  }
  return phases;
}

function isWaiting({ progress }: RequestEntry): boolean {
  return progress.kind === 'inFlight' && progress.phase === 'waitUntil';
}

/** The stretches between `from` and `to`, by what the isolate was doing. */
function waitOf(from: number, to: number | undefined, { delay, startup }: IsolateStart): Phase[] {
  const kindAt = (at: number): Phase['kind'] => {
    if (delay && at >= delay.at && at < delay.until) return 'delayed';
    if (startup && at >= startup.beganAt && at < (startup.endedAt ?? Infinity)) return 'startup';
    return 'queued';
  };
  const turns = [delay?.at, delay?.until, startup?.beganAt, startup?.endedAt]
    .filter((at) => at !== undefined)
    .filter((at) => at > from && at < (to ?? Infinity))
    .sort((a, b) => a - b);
  const phases: Phase[] = [];
  for (const [index, at] of [from, ...turns].entries()) {
    const kind = kindAt(at);
    const end = turns[index] ?? to;
    const last = phases.at(-1);
    if (last?.kind === kind) phases[phases.length - 1] = { ...last, to: end };
    else if (end === undefined || end > at) phases.push({ kind, from: at, to: end });
  }
  return phases;
}
