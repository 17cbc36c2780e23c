import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { barsBetween, heightOf, hit, placeLanes, placesBetween, ROW } from './geometry';
import { createLayout } from './layout';

const event = { type: 'fetch', method: 'GET', url: 'https://playground.example/' } as const;

/** Two lanes; in the first, request 0 from 0 to 90, 1 from 10 to 19, 2 from 20 to 29 … */
function lanes() {
  const layout = createLayout();
  const of = (generation: number) => ({ service: 'w', isolate: `i${generation}`, generation });
  const push = (event: RuntimeEvent) => layout.push(event);
  push({ ...of(1), at: 0, type: 'request.began', request: '0', event });
  for (let at = 10; at < 90; at += 10) {
    push({ ...of(1), at, type: 'request.began', request: String(at / 10), event });
    push({ ...of(1), at: at + 9, type: 'request.ended', request: String(at / 10), outcome: 'ok' });
  }
  push({ ...of(1), at: 90, type: 'request.ended', request: '0', outcome: 'ok' });
  push({ ...of(2), at: 95, type: 'isolate.created', cause: 'edit' });
  return placeLanes(layout, 'beside');
}

const VIEW = { from: 0, to: 100, width: 1000 };

describe('lanes', () => {
  test('stand one below the other without gaps', () => {
    const [first, second] = lanes();
    expect(second?.top).toBe((first?.top ?? 0) + (first?.height ?? 0));
    expect(heightOf(lanes())).toBe((second?.top ?? 0) + (second?.height ?? 0));
  });

  test('only those between two heights are on screen', () => {
    const places = lanes();
    const second = places[1]?.top ?? 0;
    expect(placesBetween(places, 0, second)).toEqual([places[0]]);
    expect(placesBetween(places, second, second + 1)).toEqual([places[1]]);
    expect(placesBetween(places, 5000, 6000)).toEqual([]);
  });
});

test('only the bars between two times are on screen', () => {
  const row = lanes()[0]?.lane.rows[1] ?? [];
  expect(barsBetween(row, 25, 41, 99).map((bar) => bar.request)).toEqual(['2', '3', '4']);
  expect(barsBetween(row, 500, 600, 999)).toEqual([]);
});

describe('the pointer', () => {
  const places = lanes();
  const rowsTop = places[0]?.rowsTop ?? 0;

  test('is on the bar under it', () => {
    expect(hit(places, VIEW, 250, rowsTop + ROW + 5, 99)).toMatchObject({
      kind: 'request',
      bar: { request: '2' },
    });
  });

  test('is on the nearer of two bars beside it', () => {
    expect(hit(places, VIEW, 299, rowsTop + ROW + 5, 99)).toMatchObject({ bar: { request: '3' } });
  });

  test('is on the isolate where there is no bar', () => {
    expect(hit(places, VIEW, 980, rowsTop + 5, 99)).toMatchObject({
      kind: 'isolate',
      lane: { generation: 1 },
    });
  });

  test('is on nothing below the last lane', () => {
    expect(hit(places, VIEW, 10, heightOf(places) + 1, 99)).toBeUndefined();
  });
});
