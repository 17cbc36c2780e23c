/** What is exported for Perfetto and DevTools, read back by the engine of Chrome's DevTools. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventSummary } from '../../runtime-worker/index';
import { createLayout, type Layout } from '../timeline/layout';
import { endOf, segmentsOf } from '../timeline/segments';
import { type ChromeTrace, chromeTraceOf } from './chrome-trace';
import { openTrace } from './open-trace';
import type { Recording } from './recording';

type Engine = typeof import('@paulirish/trace_engine');
type Parsed = Awaited<ReturnType<typeof parse>>;

let engine: Engine;

beforeAll(async () => {
  // Its Node.js part asks for this class of the browser when it is loaded.
  Object.assign(globalThis, { window: globalThis, DOMRect: class {} });
  engine = await import('@paulirish/trace_engine');
});

async function parse(trace: ChromeTrace) {
  const model = engine.TraceModel.Model.createWithAllHandlers();
  // Its types are of the events that a browser writes; it checks what it reads.
  await model.parse(JSON.parse(JSON.stringify(trace.traceEvents)) as never);
  const parsed = model.parsedTrace();
  if (!parsed) throw new Error('The engine gave nothing.');
  return parsed.data;
}

async function fixture(): Promise<Recording> {
  const text = readFileSync(new URL('fixtures/v1.json', import.meta.url), 'utf8');
  return openTrace(new File([text], 'v1.json'));
}

function layoutOf({ events }: Recording): Layout {
  const layout = createLayout();
  for (const event of events) layout.push(event);
  return layout;
}

/** `process / thread` and, sorted by time, each `name from + duration` in µs. */
function spansRead(data: Parsed): Record<string, string[]> {
  const read: Record<string, string[]> = {};
  for (const [pid, process] of data.Renderer.processes) {
    for (const thread of process.threads.values()) {
      const key = `${data.Meta.processNames.get(pid)?.args.name} / ${thread.name}`;
      read[key] = thread.entries
        .filter(({ ph, cat }) => ph === 'X' && cat === 'isolab')
        .map(({ name, ts, dur }) => `${name} ${ts} + ${dur}`)
        .sort();
    }
  }
  return read;
}

/** The same of the requests, from the layout. */
function requestSpans(layout: Layout): Record<string, string[]> {
  const names = {
    waiting: 'waiting for the startup',
    handling: 'in the handler',
    body: 'response body',
  };
  const spans: Record<string, string[]> = {};
  for (const { service, lanes } of layout.services) {
    for (const { generation, rows } of lanes) {
      for (const [row, bars] of rows.entries()) {
        const nth = row === 0 ? '' : ` ${row + 1}`;
        spans[`${service} / generation ${generation} · requests${nth}`] = bars
          .flatMap((bar) => [
            { name: nameOf(bar.event), from: bar.began, to: endOf(bar, layout.until) },
            ...segmentsOf(bar, layout.until).map(({ kind, from, to }) => ({
              name: kind === 'waitUntil' ? kind : names[kind],
              from,
              to,
            })),
          ])
          .map(({ name, from, to }) => `${name} ${us(from)} + ${us(to) - us(from)}`)
          .sort();
      }
    }
  }
  return spans;
}

function nameOf(event: EventSummary): string {
  switch (event.type) {
    case 'fetch':
      return `${event.method} ${new URL(event.url).pathname}`;
    case 'scheduled':
      return `scheduled ${event.cron}`;
    case 'queue':
      return `queue ${event.queue}, ${event.messages} messages`;
    case 'test':
      return `test ${event.entrypoint}`;
    case 'rpc':
      return `rpc ${event.method}`;
    case 'tail':
      return `tail ${event.of}`;
  }
}

function us(ms: number): number {
  return Math.round(ms * 1000);
}

describe('the engine of DevTools reads', () => {
  test('a process for each service and a thread for each isolate and row of requests', async () => {
    const recording = await fixture();
    const data = await parse(chromeTraceOf(recording));
    const { services } = layoutOf(recording);
    expect(data.Meta.traceIsGeneric).toBe(true);
    expect([...data.Meta.processNames.values()].map(({ args }) => args.name)).toEqual(
      services.map(({ service }) => service),
    );
    const lanes = services.flatMap((service) => service.lanes);
    const threads = [...data.Renderer.processes.values()].flatMap(({ threads }) => threads.size);
    expect(threads.reduce((sum, each) => sum + each)).toBe(
      lanes.length + lanes.reduce((sum, { rows }) => sum + rows.length, 0),
    );
  });

  test('every span of every request, with its times', async () => {
    const recording = await fixture();
    const read = spansRead(await parse(chromeTraceOf(recording)));
    const expected = requestSpans(layoutOf(recording));
    expect(Object.values(expected).flat().length).toBeGreaterThan(60);
    for (const [thread, spans] of Object.entries(expected))
      expect(read[thread], thread).toEqual(spans);
  });

  test('the life of an isolate: its startup and how long it was condemned lie in it', async () => {
    const recording = await fixture();
    const read = spansRead(await parse(chromeTraceOf(recording)));
    const lane = layoutOf(recording).services[2]?.lanes[0];
    if (!lane?.startup?.ended || !lane.condemned || !lane.endedAt) throw new Error('no such lane');
    const { created, startup, condemned, endedAt } = lane;
    expect(read['story · condemn / generation 1']).toEqual([
      `condemned ${us(condemned.at)} + ${us(endedAt) - us(condemned.at)}`,
      `isolate ${us(created.at)} + ${us(endedAt) - us(created.at)}`,
      `startup ${us(startup.began)} + ${us(startup.ended?.at ?? 0) - us(startup.began)}`,
    ]);
  });

  test('the spare that an isolate took, before its life', async () => {
    const { events, ...recording } = await fixture();
    const of = events.findIndex(({ type }) => type === 'isolate.created');
    const created = events[of];
    if (created?.type !== 'isolate.created') throw new Error('no isolate');
    const spare = { booting: 10, ready: 20 };
    const read = spansRead(
      await parse(chromeTraceOf({ ...recording, events: events.with(of, { ...created, spare }) })),
    );
    const { at, service, generation } = created;
    expect(read[`${service} / generation ${generation}`]).toEqual(
      expect.arrayContaining([
        `boot ${us(at - 30)} + ${us(10)}`,
        `spare ${us(at - 20)} + ${us(20)}`,
      ]),
    );
  });

  test('spans of one thread that lie in each other, however many requests overlap', async () => {
    const data = await parse(chromeTraceOf(await fixture()));
    for (const { threads } of data.Renderer.processes.values()) {
      for (const { entries } of threads.values()) {
        const spans = entries.filter(({ ph, cat }) => ph === 'X' && cat === 'isolab');
        for (const a of spans) {
          for (const b of spans) {
            const [aEnd, bEnd] = [a.ts + (a.dur ?? 0), b.ts + (b.dur ?? 0)];
            expect(a.ts < b.ts && b.ts < aEnd && aEnd < bEnd, `${a.name} and ${b.name}`).toBe(
              false,
            );
          }
        }
      }
    }
  });

  test('an arrow from an abort to each request that it ended', async () => {
    const data = await parse(chromeTraceOf(await fixture()));
    const arrows = data.Flows.flows.filter(([from]) => from?.name === 'abortIsolate("poisoned")');
    // Three slow requests each, of the story and under the policies abort and process.
    expect(arrows).toHaveLength(9);
    for (const [from, to] of arrows) {
      expect(to?.tid).not.toBe(from?.tid);
      expect(to?.ts).toBeGreaterThan(from?.ts ?? Number.NaN);
    }
  });

  test('log lines and aborts as instants, whatever they are called', async () => {
    const recording = await fixture();
    const [first] = recording.events;
    if (!first) throw new Error('no event');
    // Names of events that a browser writes, and that would be read as such.
    const hostile = [
      'Layout',
      'TracingStartedInBrowser',
      '__proto__',
      '<img src=x onerror=alert(1)>',
    ];
    const events = hostile.map((text) => ({
      ...first,
      type: 'log' as const,
      level: 'log' as const,
      text,
    }));
    const data = await parse(
      chromeTraceOf({ ...recording, events: [...events, ...recording.events] }),
    );
    expect(data.Meta.traceIsGeneric).toBe(true);
    const instants = [...data.Renderer.processes.values()]
      .flatMap(({ threads }) => [...threads.values()].flatMap(({ entries }) => entries))
      .filter(({ ph }) => ph === 'I')
      .map(({ name }) => name);
    expect(instants).toEqual(expect.arrayContaining(hostile.map((text) => `log: ${text}`)));
    expect(instants.filter((name) => name === 'abortIsolate("poisoned")')).toHaveLength(3);
  });
});
