import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HouseCounters, LINGERING_LIMIT } from './counters';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many threads that were terminated 10 ms apart. */
function terminated(count: number): HouseCounters {
  const counters = new HouseCounters();
  for (let thread = 0; thread < count; thread += 1) {
    counters.terminatedThread();
    vi.advanceTimersByTime(10);
  }
  return counters;
}

test('a thread lingers for two seconds', () => {
  const counters = terminated(1);
  expect(counters.lingering).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(counters.lingering).toBe(0);
});

test('as long as few threads linger nobody waits', () => {
  expect(terminated(LINGERING_LIMIT - 1).untilFewLinger).toBe(0);
});

test('where as many linger as may, the next waits for the first of them to end', () => {
  const counters = terminated(LINGERING_LIMIT);
  expect(counters.untilFewLinger).toBe(2000 - LINGERING_LIMIT * 10);
  vi.advanceTimersByTime(counters.untilFewLinger);
  expect(counters.untilFewLinger).toBe(0);
});

test('where more linger than may, the next waits for all of the surplus', () => {
  expect(terminated(LINGERING_LIMIT + 3).untilFewLinger).toBe(2030 - (LINGERING_LIMIT + 3) * 10);
});
