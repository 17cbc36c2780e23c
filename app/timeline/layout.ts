import type {
  AbortCause,
  CondemnCause,
  CreationCause,
  ErrorInfo,
  EventSummary,
  LogLevel,
  Outcome,
  Position,
  RuntimeEvent,
  SpareInfo,
} from '../../runtime-worker/index';
import { connectionWasCut } from '../events/connection-lost';
import { FreeRows } from './free-rows';

/**
 * What the timeline shows: times in ms, rows as integers, no pixels. It grows in place as events are
 * pushed; `revision` says that it did.
 */
export interface Layout {
  /** In order of first appearance, but for those whose order was given. */
  readonly services: readonly ServiceLanes[];
  /** When the first and the latest event happened; `undefined` where there was none yet. */
  readonly began: number | undefined;
  readonly until: number;
  /** The latest stretch of activity without a pause longer than {@link PAUSE}. */
  readonly activity: { readonly from: number; readonly until: number } | undefined;
  /** Startups and requests under way. */
  readonly open: number;
  /** Counts events. */
  readonly revision: number;
  /** Counts changes of what lanes there are, how many rows they have and what state they are in. */
  readonly shape: number;
  bar(request: string): RequestBar | undefined;
  /** Takes the next event. Costs the logarithm of what is in flight, never of what came before. */
  push(event: RuntimeEvent): void;
}

export interface ServiceLanes {
  readonly service: string;
  /** By generation. */
  readonly lanes: readonly IsolateLane[];
}

/** One isolate: its life, and the requests it ran. */
export interface IsolateLane {
  readonly service: string;
  readonly isolate: string;
  readonly generation: number;
  /** When it was first heard of, and why it was made. */
  readonly created: { readonly at: number; readonly cause: CreationCause | undefined };
  /** The Web Worker that it took: since when that booted, and since when it stood ready. */
  readonly spare: Spare | undefined;
  /** Its startup may not begin before a time, because its service aborts again and again. */
  readonly slowed: Slowed | undefined;
  readonly startup: Startup | undefined;
  /** What it last said that it holds. */
  readonly memory: { readonly bytes: number; readonly limit: number } | undefined;
  readonly condemned: { readonly at: number; readonly cause: CondemnCause } | undefined;
  readonly aborted: Abort | undefined;
  readonly casualties: Casualties | undefined;
  readonly endedAt: number | undefined;
  /** Bars packed into rows: within a row in order of time, and none overlaps another. */
  readonly rows: readonly (readonly RequestBar[])[];
  /** The same bars by request, in the order in which they came to this isolate. */
  readonly bars: ReadonlyMap<string, RequestBar>;
  /** Log lines of no request: of the startup. */
  readonly logs: readonly LogMark[];
  /** Changes with every event of this isolate. */
  readonly revision: number;
}

export interface Spare {
  readonly began: number;
  /** `undefined` where it was not up when the isolate took it. */
  readonly upSince: number | undefined;
}

export interface Slowed {
  readonly at: number;
  /** When its startup may begin. */
  readonly until: number;
  /** Threads of earlier isolates that may not have ended yet. */
  readonly lingering: number;
}

export interface Startup {
  readonly began: number;
  readonly ended:
    | {
        readonly at: number;
        readonly outcome: 'ok' | 'startupFailed' | 'aborted' | 'crashed';
        readonly error: ErrorInfo | undefined;
      }
    | undefined;
}

/** A line from the request that caused it across everything it ended. */
export interface Abort {
  readonly at: number;
  readonly reason: string | null;
  readonly cause: AbortCause;
  readonly request: string | undefined;
}

/** The requests that died with their isolate, and the rows that they spread over. */
export interface Casualties {
  readonly requests: number;
  /** How many of them were cut off without a word of the reason. */
  readonly cut: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface RequestBar {
  readonly request: string;
  readonly event: EventSummary;
  /** Whose subrequest it is. */
  readonly parent: RequestBar | undefined;
  /** The real network answers it: it is in the lane of the isolate that asks. */
  readonly network: boolean;
  /** The isolate that it is in now. */
  readonly lane: IsolateLane;
  readonly row: number;
  readonly began: number;
  /** The isolates it was sent to before and that were gone before they looked at it. */
  readonly moves: readonly { readonly at: number; readonly fromGeneration: number }[];
  readonly handledAt: number | undefined;
  readonly responded: { readonly at: number; readonly status: number } | undefined;
  readonly bodyEnded: { readonly at: number; readonly bytes: number } | undefined;
  /** By number of task: 1 is first. */
  readonly waitUntil: readonly WaitUntilTask[];
  readonly logs: readonly LogMark[];
  readonly ended: RequestEnd | undefined;
  /** Changes with every event of this request. */
  readonly revision: number;
}

export interface RequestEnd {
  readonly at: number;
  readonly outcome: Outcome;
  readonly error: ErrorInfo | undefined;
  readonly reason: string | undefined;
}

export interface WaitUntilTask {
  readonly task: number;
  readonly began: number;
  readonly ended:
    | { readonly at: number; readonly outcome: string; readonly error: ErrorInfo | undefined }
    | undefined;
}

export interface LogMark {
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
  readonly position: Position | undefined;
}

/** ms without activity after which the next event begins a new stretch. */
export const PAUSE = 2000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type Bar = Mutable<Omit<RequestBar, 'lane' | 'parent' | 'moves' | 'waitUntil' | 'logs'>> & {
  parent: Bar | undefined;
  lane: Lane;
  moves: RequestBar['moves'][number][];
  waitUntil: Mutable<WaitUntilTask>[];
  logs: LogMark[];
};

type Lane = Mutable<Omit<IsolateLane, 'rows' | 'bars' | 'logs'>> & {
  rows: Bar[][];
  bars: Map<string, Bar>;
  logs: LogMark[];
  readonly free: FreeRows;
};

/** The isolates of all services. */
export function lanesOf({ services }: Layout): readonly IsolateLane[] {
  return services.flatMap(({ lanes }) => lanes);
}

/** The requests of all isolates, those of each in the order in which they came to it. */
export function barsOf(layout: Layout): readonly RequestBar[] {
  return lanesOf(layout).flatMap(({ bars }) => [...bars.values()]);
}

/**
 * Starts an empty layout. Pushing the same events gives the same layout, however they are batched.
 * @param order Services that stand first, in this order.
 */
export function createLayout(order: readonly string[] = []): Layout {
  return new GrowingLayout(order);
}

class GrowingLayout implements Layout {
  readonly services: { readonly service: string; readonly lanes: Lane[] }[] = [];
  began: number | undefined;
  until = 0;
  activity: { readonly from: number; until: number } | undefined;
  open = 0;
  revision = 0;
  shape = 0;
  readonly #order: ReadonlyMap<string, number>;
  readonly #lanes = new Map<string, Lane>();
  readonly #bars = new Map<string, Bar>();

  constructor(order: readonly string[]) {
    this.#order = new Map(order.map((service, index) => [service, index]));
  }

  bar(request: string): RequestBar | undefined {
    return this.#bars.get(request);
  }

  push(event: RuntimeEvent): void {
    this.began ??= event.at;
    this.until = Math.max(this.until, event.at);
    this.revision += 1;
    this.#noteActivity(event);
    const lane = this.#laneOf(event);
    lane.revision = this.revision;
    switch (event.type) {
      case 'isolate.created':
        lane.created = { at: event.at, cause: event.cause };
        lane.spare = event.spare && spareOf(event.spare, event.at);
        this.shape += 1;
        return;
      case 'startup.began':
        if (lane.startup) return;
        lane.startup = { began: event.at, ended: undefined };
        this.open += 1;
        return;
      case 'startup.ended':
        this.#endStartup(lane, event);
        return;
      case 'isolate.condemned':
        lane.condemned ??= { at: event.at, cause: event.cause };
        this.shape += 1;
        return;
      case 'isolate.aborted':
        this.#abort(lane, event);
        return;
      case 'isolate.ended':
        lane.endedAt ??= event.at;
        this.#endStartup(lane, { at: event.at, outcome: 'crashed' });
        this.shape += 1;
        return;
      case 'request.began':
        this.#begin(lane, event);
        return;
      case 'log':
        this.#log(lane, event);
        return;
      case 'console':
      case 'uncaught':
        return;
      case 'isolate.memory':
        lane.memory = { bytes: event.bytes, limit: event.limit };
        return;
      case 'isolate.delayed':
        this.#slow(lane, event);
        return;
      default: {
        const bar = this.#bars.get(event.request);
        if (bar && !bar.ended) this.#advance(bar, lane, event);
      }
    }
  }

  #laneOf(event: RuntimeEvent): Lane {
    const known = this.#lanes.get(event.isolate);
    if (known) return known;
    const lane: Lane = {
      service: event.service,
      isolate: event.isolate,
      generation: event.generation,
      created: { at: event.at, cause: undefined },
      spare: undefined,
      slowed: undefined,
      startup: undefined,
      memory: undefined,
      condemned: undefined,
      aborted: undefined,
      casualties: undefined,
      endedAt: undefined,
      rows: [],
      bars: new Map(),
      logs: [],
      revision: this.revision,
      free: new FreeRows(),
    };
    this.#lanes.set(event.isolate, lane);
    this.#lanesOf(event.service).push(lane);
    this.shape += 1;
    return lane;
  }

  #lanesOf(service: string): Lane[] {
    const known = this.services.find((each) => each.service === service);
    if (known) return known.lanes;
    const lanes: Lane[] = [];
    this.services.push({ service, lanes });
    const rank = (of: string) => this.#order.get(of) ?? this.#order.size;
    this.services.sort((a, b) => rank(a.service) - rank(b.service));
    return lanes;
  }

  #begin(lane: Lane, event: Extract<RuntimeEvent, { type: 'request.began' }>): void {
    if (this.#bars.has(event.request)) return;
    const bar: Bar = {
      request: event.request,
      event: event.event,
      parent: event.parent === undefined ? undefined : this.#bars.get(event.parent),
      network: event.network ?? false,
      lane,
      row: 0,
      began: event.at,
      moves: [],
      handledAt: undefined,
      responded: undefined,
      bodyEnded: undefined,
      waitUntil: [],
      logs: [],
      ended: undefined,
      revision: this.revision,
    };
    this.#bars.set(event.request, bar);
    this.open += 1;
    this.#place(bar, lane);
  }

  #place(bar: Bar, lane: Lane): void {
    bar.lane = lane;
    bar.row = this.#freeRow(lane, bar.began);
    lane.rows[bar.row]?.push(bar);
    lane.bars.set(bar.request, bar);
  }

  /** A bar that moved here began in the past, so a row that is free now may not have been free then. */
  #freeRow(lane: Lane, since: number): number {
    const { first } = lane.free;
    const last = first === undefined ? undefined : lane.rows[first]?.at(-1);
    if (first !== undefined && (last?.ended === undefined || last.ended.at <= since)) {
      lane.free.take();
      return first;
    }
    this.shape += 1;
    return lane.rows.push([]) - 1;
  }

  #move(bar: Bar, lane: Lane, at: number): void {
    if (bar.lane === lane) return;
    bar.moves.push({ at, fromGeneration: bar.lane.generation });
    // It is in flight, so nothing came after it in its row.
    bar.lane.rows[bar.row]?.pop();
    bar.lane.bars.delete(bar.request);
    bar.lane.free.put(bar.row);
    bar.lane.revision = this.revision;
    this.#place(bar, lane);
    this.shape += 1;
  }

  #advance(bar: Bar, lane: Lane, event: EventOfBar): void {
    bar.revision = this.revision;
    switch (event.type) {
      case 'request.moved':
        this.#move(bar, lane, event.at);
        return;
      case 'request.handled':
        bar.handledAt ??= event.at;
        return;
      case 'request.responded':
        bar.responded ??= { at: event.at, status: event.status };
        return;
      case 'request.bodyEnded':
        bar.bodyEnded ??= { at: event.at, bytes: event.bytes };
        return;
      case 'waitUntil.began':
        bar.waitUntil.push({ task: event.task, began: event.at, ended: undefined });
        return;
      case 'waitUntil.ended': {
        const { at, outcome, error } = event;
        const task = bar.waitUntil[event.task - 1];
        if (task) task.ended ??= { at, outcome, error };
        return;
      }
      case 'request.ended': {
        const { at, outcome, error, reason } = event;
        bar.ended = { at, outcome, error, reason };
        this.open -= 1;
        bar.lane.free.put(bar.row);
        if (DIED_WITH_ISOLATE.has(outcome)) {
          bar.lane.casualties = grown(bar.lane.casualties, bar.row, connectionWasCut(bar.ended));
          this.shape += 1;
        }
      }
    }
  }

  #slow(lane: Lane, event: Extract<RuntimeEvent, { type: 'isolate.delayed' }>): void {
    const { at, delay, lingering } = event;
    const until = at + delay;
    lane.slowed ??= { at, until, lingering };
    // The wait is there to be seen before anything else happens.
    this.until = Math.max(this.until, until);
    if (this.activity) this.activity.until = Math.max(this.activity.until, until);
    this.shape += 1;
  }

  #endStartup(
    lane: Lane,
    end: { at: number; outcome: NonNullable<Startup['ended']>['outcome']; error?: ErrorInfo },
  ): void {
    if (!lane.startup || lane.startup.ended) return;
    const { at, outcome, error } = end;
    lane.startup = { began: lane.startup.began, ended: { at, outcome, error } };
    this.open -= 1;
    this.shape += 1;
  }

  #abort(lane: Lane, event: Extract<RuntimeEvent, { type: 'isolate.aborted' }>): void {
    if (lane.aborted) return;
    const { at, reason, cause, request } = event;
    lane.aborted = { at, reason, cause, request };
    this.#endStartup(lane, { at: event.at, outcome: 'aborted' });
    this.shape += 1;
  }

  #log(lane: Lane, event: Extract<RuntimeEvent, { type: 'log' }>): void {
    const { at, level, text, position } = event;
    const bar = event.request === undefined ? undefined : this.#bars.get(event.request);
    (bar ?? lane).logs.push({ at, level, text, position });
    if (bar) bar.revision = this.revision;
  }

  #noteActivity(event: RuntimeEvent): void {
    if (event.type === 'isolate.created' || event.type === 'isolate.condemned') return;
    if (event.type === 'isolate.ended') return;
    const { activity } = this;
    if (!activity || (this.open === 0 && event.at - activity.until > PAUSE)) {
      this.activity = { from: event.at, until: event.at };
    } else {
      activity.until = Math.max(activity.until, event.at);
    }
  }
}

type EventOfBar = Exclude<
  Extract<RuntimeEvent, { request: string }>,
  { type: 'request.began' | 'console' }
>;

const DIED_WITH_ISOLATE: ReadonlySet<Outcome> = new Set([
  'aborted',
  'exceededCpu',
  'exceededMemory',
  'crashed',
]);

function spareOf({ booting, ready }: SpareInfo, taken: number): Spare {
  return {
    began: taken - (ready ?? 0) - booting,
    upSince: ready === undefined ? undefined : taken - ready,
  };
}

function grown(casualties: Casualties | undefined, row: number, cut: boolean): Casualties {
  return {
    requests: (casualties?.requests ?? 0) + 1,
    cut: (casualties?.cut ?? 0) + (cut ? 1 : 0),
    firstRow: Math.min(casualties?.firstRow ?? row, row),
    lastRow: Math.max(casualties?.lastRow ?? row, row),
  };
}
