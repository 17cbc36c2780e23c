import { describe, expect, test } from 'vitest';
import type { Outcome, RuntimeEvent } from '../../runtime-worker/index';
import { createLayout, type IsolateLane, type Layout } from './layout';

function layoutOf(events: readonly RuntimeEvent[]): Layout {
  const layout = createLayout();
  for (const event of events) layout.push(event);
  return layout;
}

function lanesOf(layout: Layout): readonly IsolateLane[] {
  return layout.services.flatMap(({ lanes }) => lanes);
}

function at(at: number, generation = 1, service = 'worker') {
  return { at, service, isolate: `${service}-${generation}`, generation };
}

function began(time: number, request: string, generation = 1): RuntimeEvent {
  const event = {
    type: 'fetch',
    method: 'GET',
    url: `https://playground.example/${request}`,
  } as const;
  return { ...at(time, generation), type: 'request.began', request, event };
}

function ended(
  time: number,
  request: string,
  outcome: Outcome = 'ok',
  generation = 1,
): RuntimeEvent {
  return { ...at(time, generation), type: 'request.ended', request, outcome };
}

/** Three slow requests, an abort, and one more request on a fresh isolate. */
const STORY: readonly RuntimeEvent[] = [
  { ...at(100), type: 'isolate.created', cause: 'first' },
  { ...at(101), type: 'startup.began' },
  began(101, 'slow-1'),
  began(102, 'slow-2'),
  began(103, 'slow-3'),
  { ...at(120), type: 'startup.ended', outcome: 'ok' },
  { ...at(121), type: 'request.handled', request: 'slow-1' },
  { ...at(122), type: 'request.handled', request: 'slow-2' },
  { ...at(123), type: 'request.handled', request: 'slow-3' },
  began(500, 'abort'),
  { ...at(501), type: 'request.handled', request: 'abort' },
  { ...at(502), type: 'log', request: 'abort', level: 'log', text: 'now' },
  {
    ...at(503),
    type: 'isolate.aborted',
    reason: 'poisoned',
    cause: 'abortIsolate',
    request: 'abort',
  },
  ended(503, 'slow-1', 'aborted'),
  ended(503, 'slow-2', 'aborted'),
  ended(503, 'slow-3', 'aborted'),
  ended(503, 'abort', 'aborted'),
  { ...at(504), type: 'isolate.ended' },
  { ...at(505, 2), type: 'isolate.created', cause: 'abort' },
  began(506, 'more', 2),
  { ...at(507, 2), type: 'startup.began' },
  { ...at(517, 2), type: 'startup.ended', outcome: 'ok' },
  { ...at(518, 2), type: 'request.handled', request: 'more' },
  { ...at(519, 2), type: 'waitUntil.began', request: 'more', task: 1 },
  { ...at(520, 2), type: 'request.responded', request: 'more', status: 200 },
  { ...at(525, 2), type: 'request.bodyEnded', request: 'more', bytes: 12 },
  { ...at(700, 2), type: 'waitUntil.ended', request: 'more', task: 1, outcome: 'ok' },
  ended(700, 'more', 'ok', 2),
];

describe('lanes', () => {
  test('there is one for each isolate, by generation, with why it was made', () => {
    const lanes = lanesOf(layoutOf(STORY));
    expect(lanes.map((lane) => [lane.service, lane.generation, lane.created])).toEqual([
      ['worker', 1, { at: 100, cause: 'first' }],
      ['worker', 2, { at: 505, cause: 'abort' }],
    ]);
  });

  test('lanes of one service stand together', () => {
    const layout = layoutOf([
      { ...at(1, 1, 'a'), type: 'isolate.created', cause: 'first' },
      { ...at(2, 1, 'b'), type: 'isolate.created', cause: 'first' },
      { ...at(3, 2, 'a'), type: 'isolate.created', cause: 'edit' },
    ]);
    const names = lanesOf(layout).map((lane) => `${lane.service}${lane.generation}`);
    expect(names).toEqual(['a1', 'a2', 'b1']);
  });

  test('a startup is from its begin to its end, with its outcome', () => {
    const [lane] = lanesOf(layoutOf(STORY));
    expect(lane?.startup).toEqual({
      began: 101,
      ended: { at: 120, outcome: 'ok', error: undefined },
    });
  });

  test('a condemned isolate says since when and why', () => {
    const [lane] = lanesOf(
      layoutOf([...STORY.slice(0, 6), { ...at(200), type: 'isolate.condemned', cause: 'edit' }]),
    );
    expect(lane?.condemned).toEqual({ at: 200, cause: 'edit' });
  });

  test('an isolate says since when the spare that it took booted and stood ready', () => {
    const made = { ...at(500), type: 'isolate.created', cause: 'first' } as const;
    const lanes = [
      { ...made, spare: { booting: 20, ready: 300 } },
      { ...made, spare: { booting: 20 } },
      made,
    ].map((event) => lanesOf(layoutOf([event]))[0]?.spare);
    expect(lanes).toEqual([
      { began: 180, upSince: 200 },
      { began: 480, upSince: undefined },
      undefined,
    ]);
  });

  test('an isolate of a service that is slowed says until when its startup waits', () => {
    const [lane] = lanesOf(
      layoutOf([
        { ...at(100), type: 'isolate.created', cause: 'abort' },
        { ...at(100), type: 'isolate.delayed', delay: 400, lingering: 7 },
      ]),
    );
    expect(lane?.slowed).toEqual({ at: 100, until: 500, lingering: 7 });
  });

  test('an isolate has the memory that it last told of', () => {
    const [lane] = lanesOf(
      layoutOf([
        { ...at(1), type: 'isolate.memory', bytes: 10, limit: 100 },
        { ...at(2), type: 'isolate.memory', bytes: 30, limit: 100 },
      ]),
    );
    expect(lane?.memory).toEqual({ bytes: 30, limit: 100 });
  });

  test('an event of an isolate that was never made still has a lane', () => {
    const [lane] = lanesOf(layoutOf([began(5, 'r')]));
    expect(lane?.created).toEqual({ at: 5, cause: undefined });
  });
});

describe('bars', () => {
  test('a bar has every moment of its request', () => {
    const bar = layoutOf(STORY).bar('more');
    expect(bar).toMatchObject({
      began: 506,
      handledAt: 518,
      responded: { at: 520, status: 200 },
      bodyEnded: { at: 525, bytes: 12 },
      waitUntil: [{ task: 1, began: 519, ended: { at: 700, outcome: 'ok' } }],
      ended: { at: 700, outcome: 'ok' },
    });
  });

  test('requests at the same time are in rows of their own', () => {
    const layout = layoutOf(STORY);
    const rows = ['slow-1', 'slow-2', 'slow-3', 'abort'].map((name) => layout.bar(name)?.row);
    expect(rows).toEqual([0, 1, 2, 3]);
  });

  test('a request takes the topmost row that is free', () => {
    const layout = layoutOf([
      began(1, 'a'),
      began(2, 'b'),
      began(3, 'c'),
      ended(4, 'c'),
      ended(5, 'a'),
      began(6, 'd'),
      began(7, 'e'),
    ]);
    expect([layout.bar('d')?.row, layout.bar('e')?.row]).toEqual([0, 2]);
  });

  test('a request that moved is in the lane of its new isolate, and nowhere else', () => {
    const layout = layoutOf([
      began(1, 'a'),
      began(2, 'b'),
      { ...at(3), type: 'isolate.aborted', reason: null, cause: 'user' },
      { ...at(4, 2), type: 'isolate.created', cause: 'abort' },
      { ...at(4, 2), type: 'request.moved', request: 'b' },
    ]);
    const requests = lanesOf(layout).map((lane) => lane.rows.flat().map((bar) => bar.request));
    expect(requests).toEqual([['a'], ['b']]);
    expect(layout.bar('b')).toMatchObject({
      began: 2,
      lane: { generation: 2 },
      moves: [{ at: 4, fromGeneration: 1 }],
    });
  });

  test('a request that moved does not overlap one that had the row before', () => {
    const layout = layoutOf([
      began(1, 'late'),
      began(2, 'early', 2),
      ended(5, 'early', 'ok', 2),
      { ...at(6, 2), type: 'request.moved', request: 'late' },
    ]);
    expect(layout.bar('late')?.row).toBe(1);
  });

  test('log lines are with their request, those of a startup with the lane', () => {
    const layout = layoutOf([
      ...STORY,
      { ...at(800, 2), type: 'log', level: 'warn', text: 'of nobody' },
    ]);
    expect(layout.bar('abort')?.logs.map(({ text }) => text)).toEqual(['now']);
    expect(lanesOf(layout)[1]?.logs.map(({ text }) => text)).toEqual(['of nobody']);
  });

  test('what is said after the end of a request changes nothing', () => {
    const layout = layoutOf([began(1, 'a'), ended(2, 'a', 'aborted'), ended(3, 'a', 'ok')]);
    expect(layout.bar('a')?.ended).toMatchObject({ at: 2, outcome: 'aborted' });
  });
});

describe('an abort', () => {
  test('has its reason, its cause and the request that caused it', () => {
    const [lane] = lanesOf(layoutOf(STORY));
    expect(lane?.aborted).toEqual({
      at: 503,
      reason: 'poisoned',
      cause: 'abortIsolate',
      request: 'abort',
    });
  });

  test('reaches across the rows of everything it ended', () => {
    const [lane] = lanesOf(layoutOf(STORY));
    expect(lane?.casualties).toEqual({ requests: 4, cut: 0, firstRow: 0, lastRow: 3 });
  });

  test('counts the connections that were cut without the reason', () => {
    const error = { name: 'Error', message: 'Network connection lost.' };
    const layout = layoutOf([
      began(1, 'a'),
      began(2, 'b'),
      { ...at(3), type: 'isolate.aborted', reason: 'x', cause: 'abortIsolate' },
      { ...at(3), type: 'request.ended', request: 'a', outcome: 'aborted', error },
      { ...at(3), type: 'request.ended', request: 'b', outcome: 'aborted', error },
    ]);
    expect(lanesOf(layout)[0]?.casualties).toMatchObject({ requests: 2, cut: 2 });
  });

  test('does not count a request that moved to a fresh isolate', () => {
    const layout = layoutOf([
      began(1, 'a'),
      began(2, 'b'),
      { ...at(3), type: 'isolate.aborted', reason: null, cause: 'user' },
      { ...at(3, 2), type: 'request.moved', request: 'b' },
      ended(3, 'a', 'aborted'),
      ended(9, 'b', 'ok', 2),
    ]);
    expect(lanesOf(layout)[0]?.casualties?.requests).toBe(1);
  });

  test('ends a startup that was under way', () => {
    const layout = layoutOf([
      { ...at(1), type: 'startup.began' },
      { ...at(9), type: 'isolate.aborted', reason: 'x', cause: 'abortIsolate' },
    ]);
    expect(lanesOf(layout)[0]?.startup?.ended).toMatchObject({ at: 9, outcome: 'aborted' });
    expect(layout.open).toBe(0);
  });
});

describe('activity', () => {
  test('is what goes on without a long pause', () => {
    const layout = layoutOf([began(100, 'a'), ended(200, 'a'), began(1200, 'b'), ended(1300, 'b')]);
    expect(layout.activity).toEqual({ from: 100, until: 1300 });
  });

  test('begins anew after a long pause', () => {
    const layout = layoutOf([began(100, 'a'), ended(200, 'a'), began(9000, 'b'), ended(9001, 'b')]);
    expect(layout.activity).toEqual({ from: 9000, until: 9001 });
  });

  test('goes on over a pause in which a request is in flight', () => {
    const layout = layoutOf([began(100, 'slow'), ended(9000, 'slow')]);
    expect(layout.activity).toEqual({ from: 100, until: 9000 });
  });

  test('goes on until a startup that is slowed may begin', () => {
    const layout = layoutOf([
      began(100, 'a'),
      ended(200, 'a'),
      { ...at(200, 2), type: 'isolate.delayed', delay: 800, lingering: 0 },
      { ...at(300, 2), type: 'log', level: 'log', text: 'before it' },
    ]);
    expect(layout.activity).toEqual({ from: 100, until: 1000 });
  });

  test('nothing is under way once everything has ended', () => {
    expect(layoutOf(STORY).open).toBe(0);
    expect(layoutOf(STORY.slice(0, 5)).open).toBe(4);
  });
});

describe('for any run', () => {
  const runs = Array.from({ length: 40 }, (_, seed) => randomRun(seed + 1));

  test('every request that began is exactly one bar', () => {
    for (const events of runs) {
      const layout = layoutOf(events);
      const began = events.flatMap((event) =>
        event.type === 'request.began' ? event.request : [],
      );
      const drawn = lanesOf(layout).flatMap((lane) => lane.rows.flat().map((bar) => bar.request));
      expect(drawn.toSorted()).toEqual(began.toSorted());
      const listed = lanesOf(layout).flatMap((lane) => [...lane.bars.keys()]);
      expect(listed.toSorted()).toEqual(began.toSorted());
    }
  });

  test('no two bars of a row overlap', () => {
    for (const events of runs) {
      for (const row of lanesOf(layoutOf(events)).flatMap((lane) => lane.rows)) {
        const overlapping = row.filter((bar, index) => {
          const before = row[index - 1];
          return before && (before.ended === undefined || before.ended.at > bar.began);
        });
        expect(overlapping).toEqual([]);
      }
    }
  });

  test('what has grown event by event is what the events so far give from scratch', () => {
    for (const events of runs) {
      const grown = createLayout();
      for (const [index, event] of events.entries()) {
        grown.push(event);
        if (index % 50 !== 49) continue;
        expect(pictureOf(grown)).toEqual(pictureOf(layoutOf(events.slice(0, index + 1))));
      }
    }
  });
});

/** A layout as plain data, without the ways back from bars to lanes. */
function pictureOf(layout: Layout) {
  return lanesOf(layout).map(({ rows, bars, ...lane }) => ({
    ...lane,
    bars: [...bars.keys()],
    rows: rows.map((row) => row.map(({ lane: of, ...bar }) => ({ ...bar, of: of.generation }))),
  }));
}

/** A run that could have happened: requests that overlap, aborts, requests that move. */
function randomRun(seed: number): readonly RuntimeEvent[] {
  const random = randomNumbers(seed);
  const events: RuntimeEvent[] = [{ ...at(0), type: 'isolate.created', cause: 'first' }];
  let generation = 1;
  let open: { request: string; handled: boolean }[] = [];
  for (let time = 1; time < 200; time += 1) {
    const dice = random();
    const some = open[Math.floor(random() * open.length)];
    if (dice < 0.4) {
      open.push({ request: `r${time}`, handled: false });
      events.push(began(time, `r${time}`, generation));
    } else if (dice < 0.6 && some) {
      some.handled = true;
      events.push({ ...at(time, generation), type: 'request.handled', request: some.request });
    } else if (dice < 0.95 && some) {
      open = open.filter((each) => each !== some);
      events.push(ended(time, some.request, 'ok', generation));
    } else if (dice >= 0.97) {
      const gone = at(time, generation);
      events.push({ ...gone, type: 'isolate.aborted', reason: 'x', cause: 'user' });
      for (const { request, handled } of open) {
        if (handled) events.push(ended(time, request, 'aborted', generation));
      }
      events.push({ ...gone, type: 'isolate.ended' });
      generation += 1;
      events.push({ ...at(time, generation), type: 'isolate.created', cause: 'abort' });
      open = open.filter(({ handled }) => !handled);
      for (const { request } of open) {
        events.push({ ...at(time, generation), type: 'request.moved', request });
      }
    }
  }
  return events;
}

/** The same numbers in 0..1 for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a subrequest', () => {
  const event = { type: 'fetch', method: 'GET', url: 'https://api.example/' } as const;
  const asked = (service: string, more: { network?: true } = {}): RuntimeEvent => ({
    ...at(110, 1, service),
    type: 'request.began',
    request: 'asked',
    event,
    parent: 'asking',
    ...more,
  });

  test('is a bar in the lane of the isolate that answers, and knows whose it is', () => {
    const layout = layoutOf([began(100, 'asking'), asked('other')]);
    const bar = layout.bar('asked');
    expect(bar?.lane.service).toBe('other');
    expect(bar?.parent).toBe(layout.bar('asking'));
    expect(bar?.network).toBe(false);
  });

  test('that the network answers is a bar below, in the lane of the isolate that asks', () => {
    const layout = layoutOf([began(100, 'asking'), asked('worker', { network: true })]);
    const bar = layout.bar('asked');
    expect(bar?.lane).toBe(layout.bar('asking')?.lane);
    expect(bar?.row).toBe(1);
    expect(bar?.network).toBe(true);
  });

  test('of a request that nobody knows stands by itself', () => {
    expect(layoutOf([asked('other')]).bar('asked')?.parent).toBeUndefined();
  });
});
