import type {
  AbortCause,
  ErrorInfo,
  EventSummary,
  Outcome,
  Position,
  RuntimeEvent,
} from '../../runtime-worker/index';
import { type View, viewOf } from '../events/live-view';

/** How far a request is. */
export type Progress =
  | {
      readonly kind: 'inFlight';
      readonly phase: 'waiting' | 'running' | 'responding' | 'waitUntil';
    }
  | {
      readonly kind: 'ended';
      readonly outcome: Outcome;
      readonly error: ErrorInfo | undefined;
      readonly reason: string | undefined;
      /** ms from its arrival until all of it was done. */
      readonly duration: number;
    };

/** One request, as its events tell it. A new object at each change. */
export interface RequestEntry {
  readonly request: string;
  /** 1, 2, 3 …: its number among the requests of the visit. */
  readonly number: number;
  readonly service: string;
  readonly isolate: string;
  readonly generation: number;
  readonly event: EventSummary;
  /** The request that made it, where it is a subrequest. */
  readonly parent: string | undefined;
  /** The real network answers it. */
  readonly network: boolean;
  /** ms since the page opened. */
  readonly beganAt: number;
  /** When the isolate called its handler. */
  readonly handledAt: number | undefined;
  readonly respondedAt: number | undefined;
  /** When the last byte of its response's body was there. */
  readonly bodyEndedAt: number | undefined;
  readonly status: number | undefined;
  readonly bytes: number | undefined;
  readonly progress: Progress;
}

/** What destroyed an isolate: an abort of its own, or one that ended the process that it was in. */
export interface IsolateAbort {
  /** The isolate in which it began. */
  readonly isolate: string;
  readonly generation: number;
  readonly reason: string | null;
  readonly cause: AbortCause;
  readonly request: string | undefined;
  /** Where `abortIsolate` was called. */
  readonly position: Position | undefined;
}

/** What an isolate did before it handled anything. Times in ms since the page opened. */
export interface IsolateStart {
  /** It had to wait, because its service aborts again and again. */
  readonly delay?: { readonly at: number; readonly until: number };
  readonly startup?: { readonly beganAt: number; readonly endedAt: number | undefined };
}

export interface RequestListSnapshot {
  readonly total: number;
  readonly inFlight: number;
  /** Whether they went to more than one worker service. */
  readonly manyServices: boolean;
  /** The request at a place of the list, counted from 0: newest first. */
  at(index: number): RequestEntry | undefined;
  /** Any request of the list, by its id. */
  find(request: string): RequestEntry | undefined;
  /** The subrequests that a request made, in their order. */
  subrequestsOf(request: string): readonly RequestEntry[];
  /** What destroyed the isolate that a request was in, if that is how the request ended. */
  abortOf(request: string): IsolateAbort | undefined;
  /** The requests that an abort ended, in the order in which they came. */
  endedBy(abort: IsolateAbort): readonly RequestEntry[];
  /** How the isolate with this id started, as far as it has. */
  startOf(isolate: string): IsolateStart;
  /** ms that the request waits, or waited, because its service is slowed; 0 for most. */
  slowedFor(entry: RequestEntry): number;
}

const NOT_STARTED: IsolateStart = {};

/** The requests of the visit, derived from the events. */
export function createRequestList(): View<RequestListSnapshot> {
  const entries = new Map<string, RequestEntry>();
  const order: string[] = [];
  const openTasks = new Map<string, number>();
  const aborts = new Map<string, IsolateAbort>();
  const endedWith = new Map<string, IsolateAbort>();
  const casualties = new Map<IsolateAbort, string[]>();
  const starts = new Map<string, IsolateStart>();
  const services = new Set<string>();
  const children = new Map<string, string[]>();
  let inFlight = 0;
  let lastAbort: IsolateAbort | undefined;

  const changeStart = (isolate: string, changes: IsolateStart) =>
    starts.set(isolate, { ...starts.get(isolate), ...changes });

  const change = (request: string, changes: (entry: RequestEntry) => Partial<RequestEntry>) => {
    const entry = entries.get(request);
    if (entry) entries.set(request, { ...entry, ...changes(entry) });
  };

  const takeAbort = (event: Extract<RuntimeEvent, { type: 'isolate.aborted' }>) => {
    // The isolates that end with their process are told of right after the one that ended it.
    if (event.cause !== 'policy' || !lastAbort) {
      const { isolate, generation, reason, cause, request, position } = event;
      lastAbort = { isolate, generation, reason, cause, request, position };
      casualties.set(lastAbort, []);
    }
    aborts.set(event.isolate, lastAbort);
  };

  const takeCasualty = (isolate: string, request: string) => {
    const abort = aborts.get(isolate);
    if (!abort) return;
    endedWith.set(request, abort);
    casualties.get(abort)?.push(request);
  };

  const add = (event: RuntimeEvent): boolean => {
    switch (event.type) {
      case 'request.began':
        inFlight += 1;
        order.push(event.request);
        if (event.parent !== undefined) {
          const siblings = children.get(event.parent) ?? [];
          siblings.push(event.request);
          children.set(event.parent, siblings);
        }
        services.add(event.service);
        entries.set(event.request, {
          request: event.request,
          number: order.length,
          service: event.service,
          isolate: event.isolate,
          generation: event.generation,
          event: event.event,
          parent: event.parent,
          network: event.network ?? false,
          beganAt: event.at,
          handledAt: undefined,
          respondedAt: undefined,
          bodyEndedAt: undefined,
          status: undefined,
          bytes: undefined,
          progress: { kind: 'inFlight', phase: 'waiting' },
        });
        return true;
      case 'request.moved':
      case 'request.handled':
        change(event.request, () => ({
          isolate: event.isolate,
          generation: event.generation,
          handledAt: event.type === 'request.moved' ? undefined : event.at,
          progress: {
            kind: 'inFlight',
            phase: event.type === 'request.moved' ? 'waiting' : 'running',
          },
        }));
        return true;
      case 'request.responded':
        change(event.request, () => ({
          status: event.status,
          respondedAt: event.at,
          progress: { kind: 'inFlight', phase: 'responding' },
        }));
        return true;
      case 'request.bodyEnded':
        change(event.request, (entry) => ({
          bytes: event.bytes,
          bodyEndedAt: event.at,
          progress: openTasks.has(event.request)
            ? { kind: 'inFlight', phase: 'waitUntil' }
            : entry.progress,
        }));
        return true;
      case 'waitUntil.began':
        openTasks.set(event.request, (openTasks.get(event.request) ?? 0) + 1);
        return false;
      case 'request.ended':
        inFlight -= 1;
        openTasks.delete(event.request);
        takeCasualty(event.isolate, event.request);
        change(event.request, (entry) => ({
          isolate: event.isolate,
          generation: event.generation,
          progress: {
            kind: 'ended',
            outcome: event.outcome,
            error: event.error,
            reason: event.reason,
            duration: event.at - entry.beganAt,
          },
        }));
        return true;
      case 'isolate.aborted':
        takeAbort(event);
        return true;
      case 'isolate.delayed':
        changeStart(event.isolate, { delay: { at: event.at, until: event.at + event.delay } });
        return true;
      case 'startup.began':
        changeStart(event.isolate, { startup: { beganAt: event.at, endedAt: undefined } });
        return true;
      case 'startup.ended': {
        const beganAt = starts.get(event.isolate)?.startup?.beganAt ?? event.at;
        changeStart(event.isolate, { startup: { beganAt, endedAt: event.at } });
        return true;
      }
      default:
        return false;
    }
  };

  const slowedFor = ({ isolate, beganAt, progress }: RequestEntry): number => {
    const delay = starts.get(isolate)?.delay;
    if (!delay) return 0;
    const end = progress.kind === 'ended' ? beganAt + progress.duration : delay.until;
    return Math.max(0, Math.min(delay.until, end) - Math.max(beganAt, delay.at));
  };

  return viewOf(add, () => {
    const total = order.length;
    /** One that began after the snapshot is not in it, though a view may know its name already. */
    const find = (request: string) => {
      const entry = entries.get(request);
      return entry && entry.number <= total ? entry : undefined;
    };
    return {
      total,
      inFlight,
      manyServices: services.size > 1,
      at: (index) => find(order[total - 1 - index] ?? ''),
      find,
      subrequestsOf: (request) =>
        (children.get(request) ?? []).flatMap((child) => find(child) ?? []),
      abortOf: (request) => endedWith.get(request),
      endedBy: (abort) => (casualties.get(abort) ?? []).flatMap((request) => find(request) ?? []),
      startOf: (isolate) => starts.get(isolate) ?? NOT_STARTED,
      slowedFor,
    };
  });
}
