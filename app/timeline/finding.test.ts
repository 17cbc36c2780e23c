import { describe, expect, test } from 'vitest';
import type { Outcome, RuntimeEvent } from '../../runtime-worker/index';
import { densityOf } from './density';
import { countMatches, matcherOf, nextMatch } from './filter';
import { wishOf } from './keys';
import { createLayout, type RequestBar } from './layout';
import { neighbour, outermost } from './neighbours';
import { sumsOf } from './sums';

/** Two isolates: `a` has /one (0-10, ok), /two (5-25, exception) and /three (12-20, ok); `b` /four from 30 on. */
function story() {
  const layout = createLayout();
  const of = (isolate: string, at: number) => ({
    service: `worker-${isolate}`,
    isolate,
    generation: 1,
    at,
  });
  const began = (isolate: string, at: number, path: string): RuntimeEvent => ({
    ...of(isolate, at),
    type: 'request.began',
    request: path,
    event: { type: 'fetch', method: 'GET', url: `https://playground.example${path}` },
  });
  const ended = (isolate: string, at: number, path: string, outcome: Outcome): RuntimeEvent => ({
    ...of(isolate, at),
    type: 'request.ended',
    request: path,
    outcome,
    ...(outcome === 'exception' && { error: { name: 'TypeError', message: 'no such thing' } }),
  });
  const events: RuntimeEvent[] = [
    { ...of('a', 0), type: 'isolate.created', cause: 'first' },
    began('a', 0, '/one'),
    began('a', 5, '/two'),
    ended('a', 10, '/one', 'ok'),
    began('a', 12, '/three'),
    ended('a', 20, '/three', 'ok'),
    ended('a', 25, '/two', 'exception'),
    { ...of('a', 28), type: 'isolate.aborted', cause: 'user', reason: null },
    began('b', 30, '/four'),
  ];
  for (const event of events) layout.push(event);
  return layout;
}

const pathOf = (bar: RequestBar | undefined) => bar?.request;

describe('looking for requests', () => {
  test.each([
    [{ text: 'two', end: 'any' }, ['/two']],
    [{ text: 'GET', end: 'ok' }, ['/one', '/three']],
    [{ text: 'WORKER-B', end: 'any' }, ['/four']],
    [{ text: 'thing typeerror', end: 'any' }, ['/two']],
    [{ text: '', end: 'failed' }, ['/two']],
    [{ text: '', end: 'inFlight' }, ['/four']],
    [{ text: 'nothing', end: 'any' }, []],
  ] as const)('%o', (filter, paths) => {
    const layout = story();
    const matches = matcherOf(filter);
    const bars = layout.services.flatMap(({ lanes }) =>
      lanes.flatMap((lane) => [...lane.bars.values()]),
    );
    expect(bars.filter((bar) => matches?.(bar)).map(pathOf)).toEqual(paths);
    expect(countMatches(layout, matches)).toEqual({ matching: paths.length, all: 4 });
  });

  test('goes from match to match in order of time, and around', () => {
    const layout = story();
    const matches = matcherOf({ text: '', end: 'ok' });
    const next = (from: string | undefined) => pathOf(nextMatch(layout, matches, from, 'forward'));
    expect([next(undefined), next('/one'), next('/three')]).toEqual(['/one', '/three', '/one']);
    expect(next('/two')).toBe('/three');
    expect(pathOf(nextMatch(layout, matches, '/one', 'back'))).toBe('/three');
  });
});

describe('arrow keys', () => {
  test('lead along the requests of an isolate, and end there', () => {
    const layout = story();
    expect(pathOf(neighbour(layout, layout.bar('/one'), 'after'))).toBe('/two');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'before'))).toBe('/one');
    expect(neighbour(layout, layout.bar('/three'), 'after')).toBeUndefined();
  });

  test('lead to what is nearest in the row above and below, through all lanes', () => {
    const layout = story();
    expect(pathOf(neighbour(layout, layout.bar('/three'), 'below'))).toBe('/two');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'above'))).toBe('/one');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'below'))).toBe('/four');
  });

  test('begin at the latest request', () => {
    expect(pathOf(neighbour(story(), undefined, 'before'))).toBe('/four');
    expect(pathOf(outermost(story(), 'first'))).toBe('/one');
  });
});

describe('keys', () => {
  const view = { from: 0, to: 100, width: 1000 };
  const shown = (key: string) => {
    const wish = wishOf(key, view, story(), undefined);
    return wish?.kind === 'show' ? wish.span : undefined;
  };

  test('W and S zoom in and out around the middle', () => {
    expect(shown('w')).toEqual({ from: 15, to: 85 });
    expect(shown('S')?.from).toBeLessThan(0);
  });

  test('A and D move to what was before and after', () => {
    expect(shown('a')).toEqual({ from: -15, to: 85 });
    expect(shown('D')).toEqual({ from: 15, to: 115 });
  });

  test('others mean nothing', () => {
    expect(wishOf('q', view, story(), undefined)).toBeUndefined();
    expect(wishOf('Tab', view, story(), undefined)).toBeUndefined();
  });
});

test('the sums of a span count what was under way in it, and how that ended', () => {
  expect(sumsOf(story(), { from: 11, to: 29 }, 40)).toEqual({
    requests: 2,
    ok: 1,
    failed: 1,
    inFlight: 0,
    aborts: 1,
    startups: 0,
    median: 8,
    longest: 20,
  });
  expect(sumsOf(story(), { from: 31, to: 32 }, 40)).toMatchObject({ requests: 1, inFlight: 1 });
  expect(sumsOf(story(), { from: 26, to: 27 }, 40)).toMatchObject({
    requests: 0,
    median: undefined,
  });
});

test('the density of a run is what was under way in each part of it', () => {
  const columns = densityOf(story(), { from: 0, to: 40 }, 4, 40);
  expect(columns.map(({ requests }) => requests)).toEqual([2, 3, 2, 1]);
  expect(columns.map(({ failed }) => failed)).toEqual([0, 0, 0.5, 0]);
  expect(columns.map(({ aborted }) => aborted)).toEqual([false, false, true, false]);
});
