import { describe, expect, test } from 'vitest';
import { duration, niceStep, panned, pinched, ticks, timeAt, xOf, zoomed } from './viewport';

const VIEW = { from: 1000, to: 2000, width: 500 };

test('time and pixels are each other’s inverse', () => {
  expect(xOf(VIEW, 1500)).toBe(250);
  expect(timeAt(VIEW, xOf(VIEW, 1234))).toBeCloseTo(1234);
});

test('zooming keeps the time under the pointer where it is', () => {
  const span = zoomed(VIEW, 0.5, 100);
  expect(span.to - span.from).toBeCloseTo(500);
  expect(timeAt({ ...span, width: 500 }, 100)).toBeCloseTo(timeAt(VIEW, 100));
});

test('zooming in ends at what a browser’s clock can tell apart', () => {
  const span = zoomed(VIEW, 1e-12, 0);
  expect(span.to - span.from).toBeCloseTo(0.05);
});

test('what was below each of two fingers stays there', () => {
  const [left, right] = [timeAt(VIEW, 100), timeAt(VIEW, 300)];
  const view = { ...pinched(VIEW, [100, 300], [50, 450]), width: VIEW.width };
  expect(xOf(view, left)).toBeCloseTo(50);
  expect(xOf(view, right)).toBeCloseTo(450);
});

test('panning moves the picture with the pointer', () => {
  expect(panned(VIEW, 50)).toEqual({ from: 900, to: 1900 });
});

describe('the axis', () => {
  test.each([
    [0.3, 0.5],
    [1, 1],
    [1.1, 2],
    [3, 5],
    [7, 10],
    [1200, 2000],
  ])('no closer than %d is a step of %d', (atLeast, step) => {
    expect(niceStep(atLeast)).toBeCloseTo(step);
  });

  test('counts from the first event', () => {
    const labels = ticks({ from: 5000, to: 5100, width: 500 }, 5000).map(({ label }) => label);
    expect(labels).toEqual(['0 ms', '20 ms', '40 ms', '60 ms', '80 ms', '100 ms']);
  });

  test('has no marks before the first event', () => {
    const marks = ticks({ from: 4000, to: 6000, width: 1000 }, 5000);
    expect(marks[0]).toEqual({ at: 5000, x: 500, label: '0.0 s' });
  });

  test('says seconds once there are some, milliseconds where the steps are that small', () => {
    expect(ticks({ from: 0, to: 2000, width: 400 }, 0).at(-1)?.label).toBe('2.0 s');
    expect(ticks({ from: 2000, to: 2004, width: 400 }, 0).at(-1)?.label).toBe('2\u2009004 ms');
  });

  test('keeps its marks apart', () => {
    const [first, second] = ticks({ from: 0, to: 777, width: 1440 }, 0, 90);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThanOrEqual(90);
  });

  test('has no marks where there is no room', () => {
    expect(ticks({ from: 0, to: 10, width: 0 }, 0)).toEqual([]);
  });
});

test.each([
  [0.041, '0.04 ms'],
  [12.34, '12.3 ms'],
  [240.4, '240 ms'],
  [2034, '2.03 s'],
  [1_234_000, '1\u2009234 s'],
])('%d ms is written %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
