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
  readonly status: number | undefined;
  readonly bytes: number | undefined;
  readonly progress: Progress;
}

/** What destroyed an isolate. */
export interface IsolateAbort {
  readonly generation: number;
  readonly reason: string | null;
  readonly cause: AbortCause;
  readonly request: string | undefined;
  /** Where `abortIsolate` was called. */
  readonly position: Position | undefined;
}

/** A startup that had to wait because the service aborts again and again. */
interface IsolateDelay {
  /** ms since the page opened. */
  readonly at: number;
  /** When the startup may begin. */
  readonly until: number;
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
  /** What destroyed the isolate with this id, if anything did. */
  abortOf(isolate: string): IsolateAbort | undefined;
  /** ms that the request waits, or waited, because its service is slowed; 0 for most. */
  slowedFor(entry: RequestEntry): number;
}

/** The requests of the visit, derived from the events. */
export function createRequestList(): View<RequestListSnapshot> {
  const entries = new Map<string, RequestEntry>();
  const order: string[] = [];
  const openTasks = new Map<string, number>();
  const aborts = new Map<string, IsolateAbort>();
  const delays = new Map<string, IsolateDelay>();
  const services = new Set<string>();
  const children = new Map<string, string[]>();
  let inFlight = 0;

  const change = (request: string, changes: (entry: RequestEntry) => Partial<RequestEntry>) => {
    const entry = entries.get(request);
    if (entry) entries.set(request, { ...entry, ...changes(entry) });
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
          progress: {
            kind: 'inFlight',
            phase: event.type === 'request.moved' ? 'waiting' : 'running',
          },
        }));
        return true;
      case 'request.responded':
        change(event.request, () => ({
          status: event.status,
          progress: { kind: 'inFlight', phase: 'responding' },
        }));
        return true;
      case 'request.bodyEnded':
        change(event.request, (entry) => ({
          bytes: event.bytes,
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
        aborts.set(event.isolate, {
          generation: event.generation,
          reason: event.reason,
          cause: event.cause,
          request: event.request,
          position: event.position,
        });
        return true;
      case 'isolate.delayed':
        delays.set(event.isolate, { at: event.at, until: event.at + event.delay });
        return true;
      default:
        return false;
    }
  };

  const slowedFor = ({ isolate, beganAt, progress }: RequestEntry): number => {
    const delay = delays.get(isolate);
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
      abortOf: (isolate) => aborts.get(isolate),
      slowedFor,
    };
  });
}
