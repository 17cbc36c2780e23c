import { eventText } from '../events/event-name';
import {
  createLayout,
  type IsolateLane,
  type Layout,
  type LogMark,
  type RequestBar,
  type ServiceLanes,
} from '../timeline/layout';
import { endOf, segmentsOf } from '../timeline/segments';
import { abortInWords, condemnedInWords, creationInWords, plain } from '../timeline/words';
import type { Recording } from './recording';
import { traceOf } from './trace-file';

/*
 * The Trace Event Format, as its public description ("Trace Event Format", Google, 2016) has it and as
 * Perfetto and Chrome's DevTools read it.
 *
 * A worker service is a process. An isolate is a thread with its life in it, and beside it a thread for
 * each row of its requests, as the timeline packs them: spans of one thread have to lie in each other,
 * and requests of one isolate overlap. DevTools leave out async spans of traces that are not their own.
 */

/** An event of the format, of the kinds that are written here. Times in µs. */
export type ChromeEvent =
  | (Named & { readonly ph: 'M'; readonly args: Readonly<Record<string, string | number>> })
  | (Placed & { readonly ph: 'X'; readonly dur: number; readonly args: Args })
  | (Placed & { readonly ph: 'I'; readonly s: 't'; readonly args: Args })
  | (Placed & { readonly ph: 's'; readonly id: number })
  | (Placed & { readonly ph: 'f'; readonly bp: 'e'; readonly id: number });

interface Named {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
}

interface Placed extends Named {
  readonly cat: string;
  readonly ts: number;
}

/** What is known beside the times; what is not known is left out. */
type Args = Readonly<Record<string, unknown>>;

export interface ChromeTrace {
  readonly traceEvents: readonly ChromeEvent[];
  readonly displayTimeUnit: 'ms';
  /** The run itself, from which this page opens it again. */
  readonly otherData: { readonly isolab: ReturnType<typeof traceOf> };
}

/** Category of spans and instants. */
const RUN = 'isolab';

/**
 * Category of arrows and of the marks that they lead to. DevTools bind an arrow to what begins at its
 * very time in its category, Perfetto to the span that is open there: marks of 1 µs are right for both.
 */
const ARROW = 'isolab.arrow';
const MARK = 1;

/** A recorded run in the Trace Event Format, its own events embedded. */
export function chromeTraceOf(recording: Recording): ChromeTrace {
  const layout = createLayout(recording.order);
  for (const event of recording.events) layout.push(event);
  const writer = new Writer(layout);
  for (const [index, service] of layout.services.entries()) writer.service(service, index + 1);
  writer.arrows();
  return {
    traceEvents: [...writer.names, ...writer.events.toSorted((a, b) => a.ts - b.ts)],
    displayTimeUnit: 'ms',
    otherData: { isolab: traceOf(recording) },
  };
}

type Track = Pick<Named, 'pid' | 'tid'>;

/** Where an arrow begins or ends. */
type Mark = Placed;

class Writer {
  readonly names: ChromeEvent[] = [];
  readonly events: Exclude<ChromeEvent, { ph: 'M' }>[] = [];
  readonly #layout: Layout;
  readonly #tracks = new Map<RequestBar, Track>();
  readonly #lives = new Map<IsolateLane, Track>();
  #threads = 0;
  #flows = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  service({ service, lanes }: ServiceLanes, pid: number): void {
    this.#name('process_name', { pid, tid: 0 }, { name: plain(service) });
    this.#name('process_sort_index', { pid, tid: 0 }, { sort_index: pid });
    for (const lane of lanes) this.#lane(lane, pid);
  }

  /** From an abort to each thing that it ended, and from a request to its subrequests. */
  arrows(): void {
    for (const lane of this.#lives.keys()) if (lane.aborted) this.#abortArrows(lane);
    for (const [bar, track] of this.#tracks) {
      const from = bar.parent && this.#tracks.get(bar.parent);
      if (from) this.#arrow(this.#mark('subrequest', from, micros(bar.began)), track, bar.began);
    }
  }

  #lane(lane: IsolateLane, pid: number): void {
    const life = this.#thread(pid, `generation ${lane.generation}`);
    this.#lives.set(lane, life);
    const { until } = this.#layout;
    const end = lane.endedAt ?? lane.aborted?.at ?? until;
    this.#span(life, 'isolate', lane.created.at, end, {
      service: lane.service,
      isolate: lane.isolate,
      generation: lane.generation,
      created: creationInWords(lane),
      memory: lane.memory,
    });
    if (lane.spare) {
      const { began, upSince } = lane.spare;
      this.#span(life, 'boot', began, upSince ?? lane.created.at, {});
      if (upSince !== undefined) this.#span(life, 'spare', upSince, lane.created.at, {});
    }
    let free = lane.created.at;
    if (lane.slowed) {
      free = Math.min(lane.slowed.until, lane.startup?.began ?? end);
      this.#span(life, 'slowed', lane.slowed.at, free, { lingering: lane.slowed.lingering });
    }
    if (lane.startup) {
      const { began, ended } = lane.startup;
      free = Math.min(ended?.at ?? end, end);
      this.#span(life, 'startup', began, free, { outcome: ended?.outcome, error: ended?.error });
    }
    if (lane.condemned) {
      const words = condemnedInWords(lane.condemned.cause);
      this.#instant(life, words, lane.condemned.at, { cause: lane.condemned.cause });
      // Where it was condemned while it started up, the two spans would not lie in each other.
      this.#span(life, 'condemned', Math.max(lane.condemned.at, free), end, {});
    }
    if (lane.aborted) {
      const { at, cause, reason, request } = lane.aborted;
      this.#instant(life, abortInWords(lane.aborted), at, { cause, reason, request });
    }
    for (const log of lane.logs) this.#log(life, log);
    for (const [row, bars] of lane.rows.entries()) {
      const nth = row === 0 ? '' : ` ${row + 1}`;
      const track = this.#thread(pid, `generation ${lane.generation} · requests${nth}`);
      for (const bar of bars) this.#request(bar, track);
    }
  }

  #request(bar: RequestBar, track: Track): void {
    this.#tracks.set(bar, track);
    const end = endOf(bar, this.#layout.until);
    this.#span(track, plain(eventText(bar.event)), bar.began, end, {
      request: bar.request,
      outcome: bar.ended?.outcome ?? 'in flight',
      status: bar.responded?.status,
      reason: bar.ended?.reason,
      error: bar.ended?.error,
      bytes: bar.bodyEnded?.bytes,
      parent: bar.parent?.request,
      network: bar.network || undefined,
      event: bar.event,
      waitUntil: bar.waitUntil.length > 0 ? bar.waitUntil : undefined,
    });
    for (const { kind, from, to } of segmentsOf(bar, this.#layout.until)) {
      this.#span(track, SEGMENTS[kind], from, to, {});
    }
    for (const log of bar.logs) this.#log(track, log);
  }

  #abortArrows(lane: IsolateLane): void {
    const { aborted } = lane;
    if (!aborted) return;
    const culprit = aborted.request === undefined ? undefined : lane.bars.get(aborted.request);
    const from = (culprit && this.#tracks.get(culprit)) ?? this.#lives.get(lane);
    if (!from) return;
    const head = this.#mark(abortInWords(aborted), from, micros(aborted.at));
    for (const bar of lane.bars.values()) {
      const to = this.#tracks.get(bar);
      const ended = bar.ended?.at;
      if (bar === culprit || !to || ended === undefined || ended < aborted.at) continue;
      this.#arrow(head, to, ended);
    }
  }

  #mark(name: string, track: Track, ts: number): Mark {
    const mark = { name, cat: ARROW, ...track, ts };
    this.events.push({ ...mark, ph: 'X', dur: MARK, args: {} });
    return mark;
  }

  /** From a mark to one that is made there: of two at one time DevTools would see only one. */
  #arrow(head: Mark, to: Track, at: number): void {
    this.#flows += 1;
    const tip = this.#mark(head.name, to, Math.max(micros(at), head.ts + MARK));
    this.events.push({ ...head, ph: 's', id: this.#flows });
    this.events.push({ ...tip, ph: 'f', bp: 'e', id: this.#flows });
  }

  #thread(pid: number, name: string): Track {
    this.#threads += 1;
    const track = { pid, tid: this.#threads };
    this.#name('thread_name', track, { name });
    this.#name('thread_sort_index', track, { sort_index: this.#threads });
    return track;
  }

  #name(name: string, track: Track, args: Readonly<Record<string, string | number>>): void {
    this.names.push({ name, ph: 'M', ...track, args });
  }

  #span(track: Track, name: string, from: number, to: number, args: Args): void {
    const ts = micros(from);
    const dur = Math.max(micros(to) - ts, 0);
    this.events.push({ name, cat: RUN, ph: 'X', ...track, ts, dur, args });
  }

  #instant(track: Track, name: string, at: number, args: Args): void {
    this.events.push({ name, cat: RUN, ph: 'I', s: 't', ...track, ts: micros(at), args });
  }

  /** With its level in front: DevTools take some names for events of the browser. */
  #log(track: Track, { at, level, text, position }: LogMark): void {
    this.#instant(track, `${level}: ${plain(text)}`, at, { text: text.slice(0, 4000), position });
  }
}

const SEGMENTS = {
  waiting: 'waiting for the startup',
  handling: 'in the handler',
  body: 'response body',
  waitUntil: 'waitUntil',
} as const;

/** Whole µs: no browser tells time finer. */
function micros(ms: number): number {
  return Math.round(ms * 1000);
}
