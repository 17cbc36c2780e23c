import type {
  AbortCause,
  CondemnCause,
  CreationCause,
  EventSummary,
  Outcome,
} from '../../runtime-worker/index';
import { connectionWasCut } from '../events/connection-lost';
import { eventText, relationToParent } from '../events/event-name';
import { memoryInWords } from '../isolates/memory';
import type { Abort, IsolateLane, RequestBar, Slowed, Spare, Startup } from './layout';
import { endOf, segmentsOf } from './segments';
import { duration } from './viewport';

/** One line of what is known about a thing. */
export interface Fact {
  readonly term: string;
  readonly value: string;
}

const CREATED: Record<CreationCause, string> = {
  first: 'the first',
  abort: 'after an abort',
  condemned: 'the one before was condemned',
  edit: 'after an edit',
  crash: 'after a crash',
  limit: 'after a limit was exceeded',
};

const CONDEMNED: Record<CondemnCause, string> = {
  edit: 'the code was edited',
  exceededMemory: 'memory limit exceeded',
  policy: 'abortIsolate',
  user: 'by hand',
};

const ABORTED: Record<Exclude<AbortCause, 'abortIsolate'>, string> = {
  exceededCpu: 'CPU limit exceeded',
  exceededMemory: 'memory limit exceeded',
  crashed: 'the isolate crashed',
  user: 'aborted by hand',
  policy: 'its process ended',
};

const OUTCOMES: Record<Outcome, string> = {
  ok: 'ok',
  exception: 'exception',
  aborted: 'aborted',
  exceededCpu: 'CPU limit exceeded',
  exceededMemory: 'memory limit exceeded',
  canceled: 'canceled by the client',
  startupFailed: 'startup failed',
  crashed: 'crashed',
};

export function outcomeInWords(outcome: Outcome): string {
  return OUTCOMES[outcome];
}

/** The short name of an event: `GET /slow?n=1`. */
export function nameOf(event: EventSummary): string {
  return plain(eventText(event));
}

/** Whose subrequest it is, and that the network answers it: nothing for what a client fired. */
export function askedInWords({ event, parent, network }: RequestBar): string {
  const whose = parent && `${relationToParent(event)} ${nameOf(parent.event)}`;
  const where = network ? 'answered by the network' : undefined;
  return [whose, where].filter((each) => each !== undefined).join(', ');
}

export function createdInWords(cause: CreationCause): string {
  return CREATED[cause];
}

export function creationInWords(lane: IsolateLane): string {
  return lane.created.cause === undefined ? '' : CREATED[lane.created.cause];
}

/** Why it was made, and that it had to wait. */
export function madeInWords(lane: IsolateLane): string {
  const made = [creationInWords(lane), lane.slowed && slowedInWords(lane.slowed)];
  return made.filter((each) => each !== undefined && each !== '').join(', ');
}

export function condemnedInWords(cause: CondemnCause): string {
  return `condemned: ${CONDEMNED[cause]}`;
}

export function abortInWords({ cause, reason }: Pick<Abort, 'cause' | 'reason'>): string {
  if (cause === 'abortIsolate') {
    return reason === null ? 'abortIsolate()' : `abortIsolate("${plain(reason)}")`;
  }
  return reason === null ? ABORTED[cause] : `${ABORTED[cause]}: "${plain(reason)}"`;
}

/** What an abort cost: `ended 4 requests`. */
export function casualtiesInWords({ casualties }: IsolateLane): string {
  if (!casualties) return 'nothing was in flight';
  if (casualties.cut > 0) {
    return casualties.requests === 1
      ? 'cut 1 connection, without the reason'
      : `cut ${casualties.requests} connections, without the reason`;
  }
  return casualties.requests === 1 ? 'ended 1 request' : `ended ${casualties.requests} requests`;
}

/** How long a service that aborts again and again is held back: `slowed for 400 ms`. */
export function slowedInWords({ at, until }: Slowed): string {
  return `slowed for ${duration(until - at)}`;
}

/** ms that a request waited, or will, because its service was slowed; 0 for most. */
export function slowedFor({ began, lane, ended }: RequestBar): number {
  if (!lane.slowed) return 0;
  const { at, until } = lane.slowed;
  return Math.max(0, Math.min(until, ended?.at ?? until) - Math.max(began, at));
}

export function startupInWords(startup: Startup): string {
  if (!startup.ended) return 'startup';
  const took = duration(startup.ended.at - startup.began);
  const { outcome } = startup.ended;
  if (outcome === 'ok') return `startup ${took}`;
  return outcome === 'startupFailed' ? `startup failed ${took}` : `startup ${outcome} ${took}`;
}

/** The state that an isolate is in, as few words as it takes. */
export function stateInWords(lane: IsolateLane): string {
  if (lane.aborted) return abortInWords(lane.aborted);
  if (lane.startup?.ended?.outcome === 'startupFailed') return 'startup failed';
  if (lane.condemned) {
    return lane.endedAt === undefined
      ? condemnedInWords(lane.condemned.cause)
      : `${condemnedInWords(lane.condemned.cause)}, ended`;
  }
  if (lane.endedAt !== undefined) return 'ended';
  if (lane.startup) return lane.startup.ended ? 'running' : 'starting up';
  // It was there before what is shown began.
  if (lane.created.cause === undefined) return 'running';
  return lane.slowed ? slowedInWords(lane.slowed) : 'not started';
}

const SEGMENTS = {
  waiting: 'waited',
  handling: 'in the handler',
  body: 'response body',
  waitUntil: 'waitUntil after it',
} as const;

/** Everything about a request. @param origin ms, what times are counted from. */
export function requestFacts(bar: RequestBar, origin: number, now: number): readonly Fact[] {
  const { ended, responded, bodyEnded } = bar;
  const cut = ended && connectionWasCut(ended);
  const facts: (Fact | undefined)[] = [
    { term: 'outcome', value: ended ? outcomeInWords(ended.outcome) : 'in flight' },
    fact('told', cut ? 'nothing but that the connection was lost' : undefined),
    fact('reason', ended?.reason),
    fact('error', ended?.error && `${ended.error.name}: ${ended.error.message}`),
    fact('status', responded && String(responded.status)),
    { term: 'began', value: `at ${duration(bar.began - origin)}` },
    fact('slowed', slowedFor(bar) > 0 ? `waits ${duration(slowedFor(bar))}: ${AGAIN}` : undefined),
    ...segmentsOf(bar, now).map(({ kind, from, to }) => ({
      term: SEGMENTS[kind],
      value: duration(to - from),
    })),
    { term: 'in all', value: duration(endOf(bar, now) - bar.began) },
    fact('body', bodyEnded && `${bodyEnded.bytes} bytes`),
    fact('waitUntil tasks', bar.waitUntil.length > 0 ? String(bar.waitUntil.length) : undefined),
    fact('log lines', bar.logs.length > 0 ? String(bar.logs.length) : undefined),
    fact('moved', bar.moves.length > 0 ? movesInWords(bar) : undefined),
    fact(relationToParent(bar.event), bar.parent && nameOf(bar.parent.event)),
    fact('answered by', bar.network ? 'the real network' : undefined),
    { term: 'isolate', value: `${plain(bar.lane.service)} · generation ${bar.lane.generation}` },
  ];
  return facts.filter((each) => each !== undefined);
}

/** Everything about an isolate. */
export function laneFacts(lane: IsolateLane, origin: number): readonly Fact[] {
  const facts: (Fact | undefined)[] = [
    { term: 'state', value: stateInWords(lane) },
    fact('made', creationInWords(lane)),
    { term: 'created', value: `at ${duration(lane.created.at - origin)}` },
    fact('spare', lane.spare && spareInWords(lane.spare, lane.created.at)),
    fact('slowed', lane.slowed && slowedFactOf(lane.slowed)),
    fact('startup', lane.startup?.ended && duration(lane.startup.ended.at - lane.startup.began)),
    fact('startup error', lane.startup?.ended?.error?.message),
    fact('condemned', lane.condemned && `at ${duration(lane.condemned.at - origin)}`),
    fact('aborted', lane.aborted && `at ${duration(lane.aborted.at - origin)}`),
    lane.aborted && { term: 'cost', value: casualtiesInWords(lane) },
    fact('memory', lane.memory && memoryInWords(lane.memory)),
    { term: 'requests', value: String(lane.bars.size) },
    fact('log lines', lane.logs.length > 0 ? String(lane.logs.length) : undefined),
  ];
  return facts.filter((each) => each !== undefined);
}

/**
 * Text that came from a worker, for one line of screen: without control characters and without those
 * that turn the direction of the text around them, and cut where it is endless.
 */
export function plain(text: string, longest = 300): string {
  const clean = text
    .slice(0, longest)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ');
  return text.length > longest ? `${clean}…` : clean;
}

/** @param taken When the isolate took it, in ms. */
function spareInWords({ began, upSince }: Spare, taken: number): string {
  if (upSince === undefined) return `was not up yet, after ${duration(taken - began)}`;
  return `booted in ${duration(upSince - began)}, stood ready for ${duration(taken - upSince)}`;
}

const AGAIN = 'the service aborts again and again';

function slowedFactOf(slowed: Slowed): string {
  const { lingering } = slowed;
  const threads = lingering === 1 ? '1 ended thread lingers' : `${lingering} ended threads linger`;
  const wait = `for ${duration(slowed.until - slowed.at)}: ${AGAIN}`;
  return lingering === 0 ? wait : `${wait}; ${threads}`;
}

function movesInWords(bar: RequestBar): string {
  return `from generation ${bar.moves.map((move) => move.fromGeneration).join(', ')}, which was gone before it looked at it`;
}

function fact(term: string, value: string | undefined): Fact | undefined {
  return value === undefined || value === '' ? undefined : { term, value: plain(value, 600) };
}
